// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint.h"
#include "tests/engine/goldens.h"
#include "tests/engine/written_files.h"

#include <QtTest>

#include <sys/stat.h>

#include <cstring>
#include <limits>

using engine::Checkpoint;
using engine::CheckpointTensor;
using kernels::DType;
using kernels::ErrorCode;
using nlohmann::json;

namespace {

constexpr const char* kSingle = "model.safetensors";
constexpr const char* kIndex = "model.safetensors.index.json";

std::string safetensors(std::uint64_t headerBytes, const std::string& header,
                        std::size_t dataBytes) {
    std::string file(sizeof headerBytes, '\0');
    std::memcpy(file.data(), &headerBytes, sizeof headerBytes);
    file += header;
    for (std::size_t i = 0; i < dataBytes; ++i) {
        file += static_cast<char>(i);
    }
    return file;
}

std::string safetensors(const std::string& header, std::size_t dataBytes) {
    return safetensors(header.size(), header, dataBytes);
}

json entry(const char* dtype, const json& shape, const json& offsets) {
    return {{"dtype", dtype}, {"shape", shape}, {"data_offsets", offsets}};
}

// Two tensors of together 20 bytes.
json validHeader() {
    return {{"a", entry("BF16", {2, 3}, {0, 12})}, {"b", entry("F32", {2}, {12, 20})}};
}

std::function<void()> opening(const std::filesystem::path& folder) {
    return [folder] {
        Checkpoint checkpoint(folder);
    };
}

} // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private slots:
    void opensGoldens_data();
    void opensGoldens();
    void readsSingleFile();
    void acceptsOddButValidHeaders_data();
    void acceptsOddButValidHeaders();
    void refusesHeader_data();
    void refusesHeader();
    void refusesFile_data();
    void refusesFile();
    void refusesEveryTruncation();
    void survivesChangedBytes();
    void refusesTooManyTensors();
    void hugeHeaderIsReadInLinearTime();
    void refusesIndex_data();
    void refusesIndex();
    void refusesShardOfAnotherContent_data();
    void refusesShardOfAnotherContent();
    void followsLinksOfModelCaches();
    void refusesFolder_data();
    void refusesFolder();
    void refusesWhatIsNoFile();
};

void TestCheckpoint::opensGoldens_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("shards");
    const auto row = [](const std::filesystem::path& folder, int shards) {
        QTest::newRow(folder.filename().c_str())
            << QString::fromStdString(folder.string()) << shards;
    };
    row(goldens::folder() / "checkpoints/tiny-like", 1);
    row(goldens::folder() / "checkpoints/small-like", 4);
    row(goldens::folder() / "checkpoints/base-like", 2);
    row(goldens::folder() / "checkpoints/base-grouped", 2);
    row(goldens::nanoFolder(), 1);
}

void TestCheckpoint::opensGoldens() {
    QFETCH(QString, folder);
    QFETCH(int, shards);
    const std::filesystem::path path = folder.toStdString();
    if (!std::filesystem::exists(path / kIndex)) {
        QSKIP("not part of the small copy of the goldens");
    }
    const Checkpoint checkpoint(path);
    const json index = goldens::readJson(path / kIndex);
    QCOMPARE(checkpoint.shards().size(), static_cast<std::size_t>(shards));
    QCOMPARE(checkpoint.tensors().size(), index.at("weight_map").size());
    std::uint64_t bytes = 0;
    for (const auto& [name, shard] : index.at("weight_map").items()) {
        const CheckpointTensor* tensor = checkpoint.find(name);
        QVERIFY2(tensor != nullptr, name.c_str());
        const Checkpoint::Shard& file = checkpoint.shards().at(tensor->shard);
        QCOMPARE(file.file.filename().string(), shard.get<std::string>());
        QVERIFY(tensor->data > file.memory &&
                tensor->data + tensor->bytes <= file.memory + file.bytes);
        bytes += tensor->bytes;
    }
    QCOMPARE(bytes, index.at("metadata").at("total_size").get<std::uint64_t>());
    QVERIFY(checkpoint.totalBytes() > bytes);
    QVERIFY(checkpoint.find("language.model.norm.weight")->shape.size() == 1);
    QVERIFY(checkpoint.find("language.model.norm") == nullptr);
}

void TestCheckpoint::readsSingleFile() {
    const WrittenFiles files;
    files.write(kSingle, safetensors(validHeader().dump(), 20));
    const Checkpoint checkpoint(files.folder());
    QCOMPARE(checkpoint.tensors().size(), std::size_t{2});
    const CheckpointTensor& a = *checkpoint.find("a");
    QVERIFY(a.dtype == DType::BF16);
    QVERIFY((a.shape == std::vector<std::int64_t>{2, 3}));
    QCOMPARE(a.bytes, std::size_t{12});
    const CheckpointTensor& b = *checkpoint.find("b");
    QVERIFY(b.dtype == DType::F32);
    QCOMPARE(b.data - a.data, std::ptrdiff_t{12});
    QCOMPARE(std::to_integer<int>(b.data[7]), 19);
}

void TestCheckpoint::acceptsOddButValidHeaders_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("dataBytes");
    const auto row = [](const char* name, const json& header, int dataBytes) {
        QTest::newRow(name) << QByteArray::fromStdString(header.dump()) << dataBytes;
    };
    json header = validHeader();
    header["__metadata__"] = {{"format", "pt"}};
    row("metadata", header, 20);
    header = validHeader();
    header["a"]["comment"] = "kept by some other program";
    row("unknown key", header, 20);
    header = validHeader();
    header["z"] = entry("F16", {0, 7}, {20, 20});
    row("empty tensor at the end", header, 20);
    header["z"]["data_offsets"] = {12, 12};
    row("empty tensor between two", header, 20);
    header["z"]["data_offsets"] = {0, 0};
    row("empty tensor at the start", header, 20);
    row("one number", {{"scale", entry("F32", json::array(), {0, 4})}}, 4);
    row("rank 4", {{"a", entry("F16", {1, 2, 1, 2}, {0, 8})}}, 8);
    QTest::newRow("padding") << QByteArray::fromStdString(validHeader().dump()) + QByteArray(9, ' ')
                             << 20;
}

void TestCheckpoint::acceptsOddButValidHeaders() {
    QFETCH(QByteArray, header);
    QFETCH(int, dataBytes);
    const WrittenFiles files;
    files.write(kSingle, safetensors(header.toStdString(), static_cast<std::size_t>(dataBytes)));
    const Checkpoint checkpoint(files.folder());
    QVERIFY(!checkpoint.tensors().empty());
}

void TestCheckpoint::refusesHeader_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("reason");
    const auto raw = [](const char* name, const std::string& header, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(header) << QByteArray(reason);
    };
    const auto changed = [&](const char* name, const char* pointer, const json& value,
                             const char* reason) {
        json header = validHeader();
        header[json::json_pointer(pointer)] = value;
        raw(name, header.dump(), reason);
    };
    constexpr std::int64_t kTwo62 = std::int64_t{1} << 62;
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
    changed("offset past the end", "/b/data_offsets/1", 24, "\"b\".data_offsets ends at 24");
    changed("offset far past the end", "/b/data_offsets/1", kTwo62, "ends at");
    changed("offset of 64 bits", "/b/data_offsets/1", kMost, "whole number");
    changed("negative offset", "/b/data_offsets/0", -1, "whole number");
    changed("fractional offset", "/b/data_offsets/0", 12.0, "whole number");
    changed("offset as text", "/b/data_offsets/0", "12", "whole number");
    changed("reversed offsets", "/b/data_offsets", {20, 12}, "not [begin, end]");
    changed("one offset", "/b/data_offsets", {12}, "not [begin, end]");
    changed("three offsets", "/b/data_offsets", {12, 16, 20}, "not [begin, end]");
    changed("offsets as object", "/b/data_offsets", json::object(), "list of whole numbers");
    changed("overlap", "/b/data_offsets", {8, 16}, "\"b\" overlaps");
    changed("same place", "/b", entry("F32", {3}, {0, 12}), "overlaps");
    changed("gap", "/b", entry("F32", {1}, {16, 20}), "\"b\" does not follow");
    changed("gap at the start", "/a", entry("BF16", {5}, {2, 12}), "\"a\" does not follow");
    changed("rest", "/b", entry("F32", {1}, {12, 16}), "4 bytes at the end belong to no tensor");
    changed("empty tensor inside another", "/c", entry("F32", {0}, {4, 4}), "overlaps");
    changed("size too small", "/b/shape", {1}, "spans 8 bytes, but type and shape need 4");
    changed("size too large", "/b/shape", {3}, "need 12");
    changed("other type", "/b/dtype", "BF16", "need 4");
    changed("product wraps to zero", "/b/shape", {kTwo62, 4}, "too large");
    changed("product wraps to the right size", "/b/shape", {kTwo62 + 2, 1}, "too large");
    changed("elements fit, bytes wrap", "/b/shape", {kTwo62}, "too large");
    changed("wrap hidden behind a zero", "/b/shape", {kTwo62, 4, 0}, "too large");
    changed("zero hides a wrong span", "/b/shape", {0, kTwo62}, "need 0");
    changed("negative size", "/b/shape", {-2}, "whole number");
    changed("two negative sizes", "/b/shape", {-2, -1}, "whole number");
    changed("fractional size", "/b/shape", {2.0}, "whole number");
    changed("size of 64 bits", "/b/shape", {kMost}, "whole number");
    changed("rank 5", "/b/shape", {2, 1, 1, 1, 1}, "5 dimensions");
    changed("rank flood", "/b/shape", std::vector<int>(100'000, 1), "100000 dimensions");
    changed("shape as number", "/b/shape", 2, "list of whole numbers");
    changed("type as number", "/b/dtype", 1, "must be a string");
    changed("tensor as list", "/b", json::array(), "must be an object");
    changed("tensor as null", "/b", nullptr, "must be an object");
    changed("metadata as text", "/__metadata__", "pt", "__metadata__");
    changed("number in the metadata", "/__metadata__", {{"format", 1}}, "__metadata__");
    for (const char* key : {"dtype", "shape", "data_offsets"}) {
        json header = validHeader();
        header["b"].erase(key);
        QTest::addRow("no %s", key) << QByteArray::fromStdString(header.dump())
                                    << QByteArray("\"b\".") + key + " is missing";
    }
    const std::string a = R"("a":)" + entry("F32", {5}, {0, 20}).dump();
    raw("name twice", "{" + a + "," + a + "}", "\"a\" appears twice");
    raw("key twice", R"({"a":{"dtype":"F32","dtype":"F32","shape":[5],"data_offsets":[0,20]}})",
        "\"dtype\" appears twice");
    raw("deep", R"({"a":)" + std::string(1'000'000, '['), "nested deeper");
    raw("list", "[" + a + "]", "does not start with {");
    raw("leading space", " {" + a + "}", "does not start with {");
    raw("text after it", "{" + a + "} x", "not valid JSON");
    raw("cut JSON", "{" + a, "not valid JSON");
    raw("bad UTF-8", "{\"\xff\":1}", "not valid JSON");
    raw("nothing", "", "does not start with {");
    raw("no tensor", "{}", "20 bytes at the end");
}

void TestCheckpoint::refusesHeader() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, reason);
    const WrittenFiles files;
    files.write(kSingle, safetensors(header.toStdString(), 20));
    const std::string failure =
        unlessFails(opening(files.folder()), ErrorCode::BadFile, reason.toStdString());
    QCOMPARE(failure, std::string());
    QCOMPARE(unlessFails(opening(files.folder()), ErrorCode::BadFile, kSingle), std::string());
}

void TestCheckpoint::refusesFile_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("unsupported");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const std::string& content, const char* reason,
                        bool unsupported = false) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << unsupported
                            << QByteArray(reason);
    };
    const std::string header = validHeader().dump();
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
    row("empty", "", "is empty");
    row("seven bytes", "1234567", "too few");
    row("largest length", safetensors(kMost, header, 20), "header would have");
    row("length that wraps", safetensors(kMost - 7, header, 20), "header would have");
    row("length above the cap", safetensors(100'000'001, header, 20), "at most 100000000");
    row("length at the cap", safetensors(100'000'000, header, 20), "is cut off");
    row("length past the end", safetensors(header.size() + 21, header, 20), "is cut off");
    row("length into the data", safetensors(header.size() + 20, header, 20), "not valid JSON");
    row("length zero", safetensors(0, header, 20), "does not start with {");
    row("pointer",
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22e\n"
        "size 6741151394\n",
        "this is a Git LFS pointer, not the weights: download the real file");
    row("web page", "<!DOCTYPE html><html><body>Not found</body></html>", "no safetensors file");
    for (const char* type : {"F64", "I64", "U8", "BOOL", "F8_E4M3", "bf16", ""}) {
        json other = validHeader();
        other["b"]["dtype"] = type;
        QTest::addRow("type %s", type)
            << QByteArray::fromStdString(safetensors(other.dump(), 20)) << true
            << QByteArray("\"b\".dtype is \"") + type + "\"; this program reads BF16, F16 and F32";
    }
}

void TestCheckpoint::refusesFile() {
    QFETCH(QByteArray, content);
    QFETCH(bool, unsupported);
    QFETCH(QByteArray, reason);
    const WrittenFiles files;
    files.write(kSingle, content.toStdString());
    const auto code = unsupported ? ErrorCode::Unsupported : ErrorCode::BadFile;
    QCOMPARE(unlessFails(opening(files.folder()), code, reason.toStdString()), std::string());
}

void TestCheckpoint::refusesEveryTruncation() {
    const WrittenFiles files;
    const std::string whole = safetensors(validHeader().dump(), 20);
    for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
        files.write(kSingle, whole.substr(0, bytes));
        const std::string failure =
            unlessFails(opening(files.folder()), ErrorCode::BadFile, kSingle);
        QVERIFY2(failure.empty(), (std::to_string(bytes) + " bytes: " + failure).c_str());
    }
    files.write(kSingle, whole + "x");
    const auto longer = opening(files.folder());
    QCOMPARE(unlessFails(longer, ErrorCode::BadFile, "1 bytes at the end"), std::string());
}

// Whatever single byte of the header changes, the file opens or is refused with an Error.
void TestCheckpoint::survivesChangedBytes() {
    const WrittenFiles files;
    const std::string header = validHeader().dump();
    const std::string whole = safetensors(header, 20);
    int opened = 0;
    for (std::size_t at = 0; at < 8 + header.size(); ++at) {
        for (const int flip : {0x01, 0x02, 0x04, 0x10, 0x20, 0x40, 0x80}) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ flip);
            files.write(kSingle, changed);
            try {
                const Checkpoint checkpoint(files.folder());
                for (const auto& [name, tensor] : checkpoint.tensors()) {
                    const Checkpoint::Shard& shard = checkpoint.shards().at(0);
                    QVERIFY(tensor.data >= shard.memory + 8 + header.size());
                    QVERIFY(tensor.data + tensor.bytes <= shard.memory + shard.bytes);
                }
                ++opened;
            } catch (const kernels::Error&) {
            }
        }
    }
    QVERIFY(opened > 0); // a changed letter of a name is no damage that can be seen
}

void TestCheckpoint::refusesTooManyTensors() {
    const auto headerOf = [](std::size_t count) {
        std::string header = "{";
        for (std::size_t i = 0; i < count; ++i) {
            header += (i == 0 ? "\"" : ",\"") + std::to_string(i) +
                      R"(":{"dtype":"F32","shape":[0],"data_offsets":[0,0]})";
        }
        return header + "}";
    };
    const WrittenFiles files;
    files.write(kSingle, safetensors(headerOf(Checkpoint::kMaxTensors), 0));
    QCOMPARE(Checkpoint(files.folder()).tensors().size(), Checkpoint::kMaxTensors);
    files.write(kSingle, safetensors(headerOf(Checkpoint::kMaxTensors + 1), 0));
    const auto open = opening(files.folder());
    QCOMPARE(unlessFails(open, ErrorCode::BadFile, "more than 65536 tensors"), std::string());
}

void TestCheckpoint::hugeHeaderIsReadInLinearTime() {
    const WrittenFiles files;
    const std::string note(50'000'000, 'x');
    const std::string metadata = R"({"__metadata__":{"note":")" + note + "\"}}";
    files.write(kSingle, safetensors(metadata, 0));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(Checkpoint(files.folder()).tensors().empty());
    std::string numbers = R"({"a":[)";
    while (numbers.size() < 50'000'000) {
        numbers += "0,";
    }
    files.write(kSingle, safetensors(numbers + "0]}", 0));
    const auto open = opening(files.folder());
    QCOMPARE(unlessFails(open, ErrorCode::BadFile, "JSON values"), std::string());
    QVERIFY2(clock.elapsed() < 20'000, std::to_string(clock.elapsed()).c_str());
}

void TestCheckpoint::refusesIndex_data() {
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const json& index, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(index.dump()) << QByteArray(reason);
    };
    row("no map", json::object(), "weight_map is missing");
    row("map as list", {{"weight_map", json::array()}}, "must be an object");
    row("empty map", {{"weight_map", json::object()}}, "weight_map is empty");
    row("number", {{"weight_map", {{"a", 1}}}}, "weight_map.a is 1, must be a string");
    row("absent shard", {{"weight_map", {{"a", "x.safetensors"}}}}, "cannot be opened: No such");
    for (const char* name : {"../model.safetensors", "/etc/passwd", "/model.safetensors",
                             "sub/model.safetensors", "..", ".", "", "sub\\model.safetensors",
                             "C:model.safetensors", "model.gguf", "a\nb.safetensors"}) {
        row(name, {{"weight_map", {{"a", name}}}}, "not a plain .safetensors file name");
    }
    row("NUL", {{"weight_map", {{"a", std::string("a\0.safetensors", 14)}}}}, "not a plain");
    row("long", {{"weight_map", {{"a", std::string(300, 'a') + ".safetensors"}}}}, "not a plain");
}

void TestCheckpoint::refusesIndex() {
    QFETCH(QByteArray, index);
    QFETCH(QByteArray, reason);
    const WrittenFiles files;
    files.write(kSingle, safetensors(validHeader().dump(), 20));
    files.write(kIndex, index.toStdString());
    const auto open = opening(files.folder());
    QCOMPARE(unlessFails(open, ErrorCode::BadFile, reason.toStdString()), std::string());
}

void TestCheckpoint::refusesShardOfAnotherContent_data() {
    QTest::addColumn<QByteArray>("map");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("complete") << QByteArray(R"({"a":"1","b":"1","c":"2"})") << QByteArray();
    QTest::newRow("missing tensor") << QByteArray(R"({"a":"1","b":"1","c":"2","d":"2"})")
                                    << QByteArray("2.safetensors: \"d\" is missing, but listed");
    QTest::newRow("unlisted tensor")
        << QByteArray(R"({"a":"1","c":"2"})") << QByteArray("1.safetensors: \"b\" is not listed");
    QTest::newRow("tensor in the other shard")
        << QByteArray(R"({"a":"1","b":"2","c":"2"})") << QByteArray("\"b\" is not listed");
}

void TestCheckpoint::refusesShardOfAnotherContent() {
    QFETCH(QByteArray, map);
    QFETCH(QByteArray, reason);
    const WrittenFiles files;
    files.write("1.safetensors", safetensors(validHeader().dump(), 20));
    files.write("2.safetensors", safetensors(json{{"c", entry("F16", {1}, {0, 2})}}.dump(), 2));
    json index;
    const json shards = json::parse(map.toStdString());
    for (const auto& [tensor, shard] : shards.items()) {
        index["weight_map"][tensor] = shard.get<std::string>() + ".safetensors";
    }
    files.write(kIndex, index.dump());
    if (reason.isEmpty()) {
        QCOMPARE(Checkpoint(files.folder()).tensors().size(), std::size_t{3});
        return;
    }
    const auto open = opening(files.folder());
    QCOMPARE(unlessFails(open, ErrorCode::BadFile, reason.toStdString()), std::string());
}

// snapshots/<revision>/model.safetensors -> ../../blobs/<hash>
void TestCheckpoint::followsLinksOfModelCaches() {
    const WrittenFiles files;
    std::filesystem::create_directories(files.folder() / "blobs");
    const auto snapshot = files.folder() / "snapshots/main";
    std::filesystem::create_directories(snapshot);
    files.write("blobs/0123", safetensors(validHeader().dump(), 20));
    files.write("blobs/4567", R"({"weight_map":{"a":"s.safetensors","b":"s.safetensors"}})");
    std::filesystem::create_symlink("../../blobs/0123", snapshot / "s.safetensors");
    std::filesystem::create_symlink("../../blobs/4567", snapshot / kIndex);
    QCOMPARE(Checkpoint(snapshot).tensors().size(), std::size_t{2});
}

void TestCheckpoint::refusesFolder_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("content");
    QTest::addColumn<bool>("unsupported");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << "readme.txt"
                             << "" << false << "holds no model";
    for (const char* name :
         {"pytorch_model.bin", "model.pt", "model.pth", "m.ckpt", "weights.pkl"}) {
        QTest::newRow(name) << name << "" << true << QString(name) + ": is a pickle file";
    }
    QTest::newRow("index of pickles")
        << kIndex << R"({"weight_map": {"a": "pytorch_model-00001-of-00002.bin"}})" << true
        << "pytorch_model-00001-of-00002.bin: is a pickle file";
}

void TestCheckpoint::refusesFolder() {
    QFETCH(QString, file);
    QFETCH(QString, content);
    QFETCH(bool, unsupported);
    QFETCH(QString, reason);
    const WrittenFiles files;
    files.write(file.toStdString(), content.toStdString());
    const auto code = unsupported ? ErrorCode::Unsupported : ErrorCode::BadFile;
    const auto open = opening(files.folder());
    QCOMPARE(unlessFails(open, code, reason.toStdString()), std::string());
}

void TestCheckpoint::refusesWhatIsNoFile() {
    const WrittenFiles files;
    const auto absent = opening(files.folder() / "absent");
    QCOMPARE(unlessFails(absent, ErrorCode::BadFile, "no such folder"), std::string());
    const auto single = files.folder() / kSingle;
    std::filesystem::create_directory(single);
    const auto open = opening(files.folder());
    QCOMPARE(unlessFails(open, ErrorCode::BadFile, "is not a regular file"), std::string());
    std::filesystem::remove(single);
    QCOMPARE(::mkfifo(single.c_str(), 0600), 0); // must not wait for a writer
    QCOMPARE(unlessFails(open, ErrorCode::BadFile, "is not a regular file"), std::string());
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
