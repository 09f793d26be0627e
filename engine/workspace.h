// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Workspace: scratch memory of one session in stack order. take() hands out uninitialised tensors;
// a Scope gives back at its end everything taken since it began. Grows to the largest pass and
// stays there, so that a steady decode loop allocates nothing. One thread.
#pragma once

#include "kernels/backend.h"

#include <cstddef>
#include <initializer_list>
#include <vector>

namespace engine {

class Workspace {
public:
    explicit Workspace(kernels::Backend& backend);

    // An activation tensor; its memory stays valid until the enclosing Scope ends.
    kernels::Tensor take(std::initializer_list<std::int64_t> shape);
    kernels::Tensor take(kernels::DType type, std::initializer_list<std::int64_t> shape);

    class Scope {
    public:
        explicit Scope(Workspace& workspace);
        ~Scope();
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Workspace& m_workspace;
        std::size_t m_block;
        std::size_t m_used;
    };

private:
    kernels::Backend& m_backend;
    std::vector<kernels::Buffer> m_blocks; // filled in order; only the last may be part empty
    std::size_t m_block = 0;               // the one being filled
    std::size_t m_used = 0;                // bytes of it
};

} // namespace engine
