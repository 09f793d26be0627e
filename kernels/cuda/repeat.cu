// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Work that is done over and over, as a graph: starting one takes a few microseconds however many
// kernels it has, where starting them one by one takes about that for each.
#include "kernels/cuda/cuda_backend.h"
#include "kernels/cuda/cuda_check.h"

#include <array>
#include <memory>

namespace kernels {

namespace {

using ScratchPlaces = std::array<const void*, 2>;

// What a Recording points to.
struct Recorded {
    explicit Recorded(const ScratchPlaces& places)
        : scratch(places) {}

    ~Recorded() {
        if (graph != nullptr) {
            cudaGraphExecDestroy(graph); // nothing to do about a failure
        }
    }

    Recorded(const Recorded&) = delete;
    Recorded& operator=(const Recorded&) = delete;

    ScratchPlaces scratch; // whose addresses are in the graph
    cudaGraphExec_t graph = nullptr;
};

// While it lives, what the stream is asked for is kept instead of done.
class Capture {
public:
    explicit Capture(cudaStream_t stream)
        : m_stream(stream) {
        // Other threads may go on with devices of their own.
        cudaCheck(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal),
                  "beginning to record");
    }

    ~Capture() {
        if (!m_isEnded) { // the work failed
            cudaStreamEndCapture(m_stream, &m_graph);
        }
        if (m_graph != nullptr) {
            cudaGraphDestroy(m_graph);
        }
    }

    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;

    cudaGraphExec_t end() {
        m_isEnded = true;
        cudaCheck(cudaStreamEndCapture(m_stream, &m_graph), "recording");
        cudaGraphExec_t executable = nullptr;
        cudaCheck(cudaGraphInstantiate(&executable, m_graph, 0), "making a graph of a recording");
        return executable;
    }

private:
    cudaStream_t m_stream;
    bool m_isEnded = false;
    cudaGraph_t m_graph = nullptr;
};

} // namespace

// The first time, scratch memory may still grow and products may be seen for the first time, which
// a capture does not allow; so that is the second time's.
void CudaBackend::repeat(Recording& recording, const std::function<void()>& work) {
    const auto places = [&] {
        return ScratchPlaces{m_scratch.place(), m_sharedScratch.place()};
    };
    auto* recorded = static_cast<Recorded*>(recording.get());
    if (recorded == nullptr || recorded->scratch != places()) {
        work();
        recording = std::make_shared<Recorded>(places());
        return;
    }
    if (recorded->graph == nullptr) {
        Capture capture(stream());
        work();
        recorded->graph = capture.end();
    }
    cudaCheck(cudaGraphLaunch(recorded->graph, stream()), "starting recorded work");
}

} // namespace kernels
