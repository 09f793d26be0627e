// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/projector.h"

namespace engine {

using kernels::Activation;
using kernels::Tensor;

void project(Pass& pass, const std::vector<ProjectorLayer>& layers, const Tensor& features,
             const Tensor& out) {
    const Workspace::Scope scope(pass.workspace);
    const std::int64_t rows = out.size(0) * out.size(1);
    Tensor x = pass.workspace.take({out.size(0), out.size(1), 4 * features.size(2)});
    pass.backend.unshuffle2x2(x, features);
    x = x.reshaped({rows, 4 * features.size(2)});
    for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
        const Tensor wide = pass.workspace.take({rows, layers[i].weight.size(0)});
        pass.backend.linear(wide, x, layers[i].weight,
                            {.bias = &layers[i].bias, .activation = Activation::GeluErf});
        x = wide;
    }
    pass.backend.linear(out.reshaped({rows, out.size(2)}), x, layers.back().weight,
                        {.bias = &layers.back().bias});
    pass.show("projector", out);
}

} // namespace engine
