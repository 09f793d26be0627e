// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint.h"

#include "engine/json_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <map>
#include <unordered_set>
#include <utility>

namespace engine {

namespace {

using kernels::DType;
using kernels::ErrorCode;
using nlohmann::json;
using std::filesystem::path;

constexpr const char* kIndexName = "model.safetensors.index.json";
constexpr const char* kSingleName = "model.safetensors";
constexpr std::size_t kMaxIndexBytes = 64'000'000;
// Name, three keys, type, up to four sizes, two offsets and the three values that hold them;
// rounded up so that the metadata has room too.
constexpr std::size_t kMaxHeaderValues = 16 * Checkpoint::kMaxTensors;
constexpr JsonObject::Range kUnsigned{0, std::numeric_limits<std::int64_t>::max()};

bool isPickle(const path& file) {
    constexpr std::array<std::string_view, 5> kExtensions{".bin", ".pt", ".pth", ".ckpt", ".pkl"};
    return std::ranges::find(kExtensions, file.extension().string()) != kExtensions.end();
}

[[noreturn]] void refusePickle(const path& file) {
    failFile(file,
             "is a pickle file, which may run code when it is loaded; get the model's .safetensors "
             "files instead",
             ErrorCode::Unsupported);
}

// Neither an index nor a single file: says what is there instead.
[[noreturn]] void failWithoutWeights(const path& folder) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (isPickle(entry.path())) {
            refusePickle(entry.path());
        }
    }
    failFile(folder, error ? "no such folder, or it cannot be read"
                           : std::string("holds no model: neither ") + kIndexName + " nor " +
                                 kSingleName + " is there");
}

// The shards named by the index, each with the names of its tensors.
using ShardTensors = std::map<std::string, std::unordered_set<std::string>>;

void checkShardName(const path& index, const std::string& name) {
    if (isPickle(name)) {
        refusePickle(index.parent_path() / name);
    }
    // A separator of any system, and no control character: the name is also shown to people.
    const bool plain = std::ranges::none_of(
        name, [](char c) { return c == '/' || c == '\\' || c == ':' || (c >= 0 && c < ' '); });
    if (!plain || !name.ends_with(".safetensors") || name.size() > 255) {
        failFile(index, "names the shard " + inQuotes(name) +
                            ", which is not a plain .safetensors file name");
    }
}

ShardTensors readIndex(const path& index) {
    const JsonLimits limits{kMaxIndexBytes, 3 * Checkpoint::kMaxTensors};
    const std::string text = readTextFile(index, limits.bytes);
    const json content = parseJsonObject(text, index, limits);
    const JsonObject file(content, index, "");
    ShardTensors shards;
    const JsonObject map = file.object("weight_map");
    for (const auto& [tensor, shard] : content.at("weight_map").items()) {
        const std::string name = map.string(tensor.c_str());
        checkShardName(index, name);
        shards[name].insert(tensor);
    }
    if (shards.empty()) {
        failFile(index, "weight_map is empty");
    }
    return shards;
}

// The JSON text at the start of a safetensors file.
std::string_view headerText(const path& file, std::string_view content) {
    if (isLfsPointer(content)) {
        failFile(file, "this is a Git LFS pointer, not the weights: download the real file");
    }
    std::uint64_t bytes = 0;
    if (content.size() < sizeof bytes) {
        failFile(file, "has " + std::to_string(content.size()) +
                           " bytes, too few for a safetensors file");
    }
    static_assert(std::endian::native == std::endian::little,
                  "safetensors files are little-endian");
    std::memcpy(&bytes, content.data(), sizeof bytes);
    if (bytes > Checkpoint::kMaxHeaderBytes) {
        failFile(file, "is no safetensors file: its header would have " + std::to_string(bytes) +
                           " bytes, at most " + std::to_string(Checkpoint::kMaxHeaderBytes) +
                           " are allowed");
    }
    if (bytes > content.size() - sizeof bytes) {
        failFile(file, "is cut off: the header has " + std::to_string(bytes) +
                           " bytes, the whole file " + std::to_string(content.size()));
    }
    const std::string_view text = content.substr(sizeof bytes, static_cast<std::size_t>(bytes));
    if (!text.starts_with('{')) {
        failFile(file, "is no safetensors file: its header does not start with {");
    }
    return text;
}

DType typeOf(const JsonObject& entry) {
    const std::string name = entry.string("dtype");
    constexpr std::array<std::pair<std::string_view, DType>, 3> kTypes{
        {{"BF16", DType::BF16}, {"F16", DType::F16}, {"F32", DType::F32}}};
    for (const auto& [known, type] : kTypes) {
        if (name == known) {
            return type;
        }
    }
    entry.fail("dtype", "is " + inQuotes(name) + "; this program reads BF16, F16 and F32",
               ErrorCode::Unsupported);
}

std::vector<std::int64_t> shapeOf(const JsonObject& entry) {
    const std::vector<std::int64_t> shape = entry.integers("shape", kUnsigned);
    if (shape.size() > kernels::Tensor::kMaxRank) {
        entry.fail("shape", "has " + std::to_string(shape.size()) + " dimensions, at most " +
                                std::to_string(kernels::Tensor::kMaxRank) + " are allowed");
    }
    return shape;
}

std::uint64_t bytesOf(const JsonObject& entry, const CheckpointTensor& tensor) {
    std::uint64_t bytes = kernels::sizeOf(tensor.dtype);
    for (const std::int64_t size : tensor.shape) {
        const auto factor = static_cast<std::uint64_t>(size);
        if (factor != 0 && bytes > std::numeric_limits<std::uint64_t>::max() / factor) {
            entry.fail("shape", "is too large to count its elements");
        }
        bytes *= factor;
    }
    return bytes;
}

// The tensor that a header entry describes, inside the data that follows the header.
CheckpointTensor tensorOf(const JsonObject& entry, std::string_view data) {
    CheckpointTensor tensor;
    tensor.dtype = typeOf(entry);
    tensor.shape = shapeOf(entry);
    const std::uint64_t bytes = bytesOf(entry, tensor);
    const std::vector<std::int64_t> offsets = entry.integers("data_offsets", kUnsigned);
    if (offsets.size() != 2 || offsets[0] > offsets[1]) {
        entry.fail("data_offsets", "is not [begin, end]");
    }
    const auto begin = static_cast<std::uint64_t>(offsets[0]);
    const auto end = static_cast<std::uint64_t>(offsets[1]);
    if (end > data.size()) {
        entry.fail("data_offsets", "ends at " + std::to_string(end) + ", but the file has " +
                                       std::to_string(data.size()) +
                                       " bytes of tensors; is it cut off?");
    }
    if (end - begin != bytes) {
        entry.fail("data_offsets", "spans " + std::to_string(end - begin) +
                                       " bytes, but type and shape need " + std::to_string(bytes));
    }
    tensor.data = reinterpret_cast<const std::byte*>(data.data()) + begin;
    tensor.bytes = static_cast<std::size_t>(bytes);
    return tensor;
}

void checkMetadata(const path& file, const json& metadata) {
    const bool texts = metadata.is_object() &&
                       std::ranges::all_of(metadata, [](const json& v) { return v.is_string(); });
    if (!texts) {
        failFile(file, "__metadata__ is not an object of strings");
    }
}

struct NamedTensor {
    std::string name;
    CheckpointTensor tensor;
};

// The tensors must cover the data without gap or overlap.
void checkCover(const path& file, std::vector<NamedTensor>& tensors, std::string_view data) {
    std::ranges::sort(tensors, {}, [](const NamedTensor& entry) {
        return std::pair(entry.tensor.data, entry.tensor.bytes);
    });
    const auto* covered = reinterpret_cast<const std::byte*>(data.data());
    const std::byte* const end = covered + data.size();
    for (const auto& [name, tensor] : tensors) {
        if (tensor.data != covered) {
            failFile(file, inQuotes(name) + (tensor.data < covered
                                                 ? " overlaps another tensor"
                                                 : " does not follow the tensor before it"));
        }
        covered += tensor.bytes;
    }
    if (covered != end) {
        failFile(file, std::to_string(end - covered) + " bytes at the end belong to no tensor");
    }
}

std::vector<NamedTensor> readHeader(const path& file, std::string_view content) {
    const std::string_view header = headerText(file, content);
    const std::string_view data = content.substr(sizeof(std::uint64_t) + header.size());
    const JsonLimits limits{Checkpoint::kMaxHeaderBytes, kMaxHeaderValues};
    std::vector<NamedTensor> tensors;
    visitJsonMembers(header, file, limits, [&](const std::string& name, const json& value) {
        if (name == "__metadata__") {
            checkMetadata(file, value);
            return;
        }
        if (tensors.size() == Checkpoint::kMaxTensors) {
            failFile(file, "has more than " + std::to_string(tensors.size()) + " tensors");
        }
        tensors.push_back({name, tensorOf({value, file, inQuotes(name)}, data)});
    });
    checkCover(file, tensors, data);
    return tensors;
}

} // namespace

Checkpoint::Checkpoint(const path& folder) {
    std::error_code ignored;
    const path index = folder / kIndexName;
    if (!std::filesystem::exists(index, ignored)) {
        if (!std::filesystem::exists(folder / kSingleName, ignored)) {
            failWithoutWeights(folder);
        }
        addShard(folder / kSingleName, nullptr);
        return;
    }
    for (const auto& [shard, tensors] : readIndex(index)) {
        addShard(folder / shard, &tensors);
    }
}

const CheckpointTensor* Checkpoint::find(std::string_view name) const {
    const auto found = m_tensors.find(std::string(name));
    return found == m_tensors.end() ? nullptr : &found->second;
}

std::uint64_t Checkpoint::totalBytes() const {
    std::uint64_t sum = 0;
    for (const Shard& shard : m_shards) {
        sum += shard.bytes;
    }
    return sum;
}

void Checkpoint::addShard(const path& file, const std::unordered_set<std::string>* listed) {
    const MappedFile& mapped = m_files.emplace_back(file);
    const std::string_view content(reinterpret_cast<const char*>(mapped.memory()), mapped.bytes());
    std::unordered_set<std::string> missing;
    if (listed != nullptr) {
        missing = *listed;
    }
    for (auto& [name, tensor] : readHeader(file, content)) {
        if (listed != nullptr && missing.erase(name) == 0) {
            failFile(file, inQuotes(name) + " is not listed for this file in " + kIndexName);
        }
        tensor.shard = m_shards.size();
        m_tensors.emplace(std::move(name), std::move(tensor));
    }
    if (!missing.empty()) {
        failFile(file, inQuotes(*missing.begin()) + " is missing, but listed in " + kIndexName);
    }
    if (m_tensors.size() > kMaxTensors) {
        failFile(file, "more than " + std::to_string(kMaxTensors) + " tensors in the model");
    }
    m_shards.push_back({file, mapped.memory(), mapped.bytes()});
}

} // namespace engine
