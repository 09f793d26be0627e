// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/tested_device.h"

namespace tested {

const std::vector<Device>& devices() {
    static const std::vector<Device> all{{"cpu", {}, true, false}};
    return all;
}

} // namespace tested
