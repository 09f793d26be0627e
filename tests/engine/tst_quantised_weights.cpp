// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache file of quantised weights: it is made once and mapped after that, whatever is wrong
// with one is found and made good, and where there can be none, memory serves.
#include "engine/engine.h"
#include "engine/quantised_file.h"
#include "tests/engine/goldens.h"
#include "tests/engine/written_files.h"

#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <functional>

using engine::Checkpoint;
using engine::LoadOptions;
using engine::Quantisation;
using engine::QuantisedTensor;
using engine::QuantisedWeights;
using kernels::DType;

namespace fs = std::filesystem;

namespace {

// Two matrices of Nano, one for each type.
std::vector<QuantisedTensor> tensorsOf(const Checkpoint& checkpoint) {
    const auto* query = checkpoint.find("language.model.layers.0.self_attn.q_proj.weight");
    const auto* head = checkpoint.find("language.lm_head.weight");
    return {{query, DType::Q4, query->shape[0], query->shape[1]},
            {head, DType::Q8, head->shape[0], head->shape[1]}};
}

std::vector<std::byte> contents(const QuantisedWeights& weights) {
    return {weights.memory(), weights.memory() + weights.bytes()};
}

LoadOptions fourBits(const fs::path& cacheFolder) {
    LoadOptions options;
    options.quantisation = Quantisation::FourBits;
    options.cacheFolder = cacheFolder;
    return options;
}

// Changes one byte of a file; negative: so far from its end.
void damage(const fs::path& file, std::int64_t at) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    const auto place = at < 0 ? static_cast<std::int64_t>(fs::file_size(file)) + at : at;
    stream.seekg(place);
    const char byte = static_cast<char>(stream.get() ^ 1);
    stream.seekp(place);
    stream.put(byte);
}

// The inode tells a file that was made again from one that was left.
ino_t inodeOf(const fs::path& file) {
    struct stat status {};

    return stat(file.c_str(), &status) == 0 ? status.st_ino : 0;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(const fs::path&)>)

class TestQuantisedWeights : public QObject {
    Q_OBJECT

    const Checkpoint m_nano{goldens::nanoFolder()};
    const QuantisedWeights m_expected{m_nano, tensorsOf(m_nano), fourBits({})};

    static fs::path fileIn(const fs::path& folder) {
        return engine::quantisedFile(folder, goldens::nanoFolder(), Quantisation::FourBits);
    }

    void compare(const QuantisedWeights& weights, bool isMapped) const {
        QCOMPARE(weights.isMapped(), isMapped);
        QVERIFY(contents(weights) == contents(m_expected));
    }

private slots:

    void withoutAFolderTheyAreInMemory() {
        QVERIFY(!m_expected.isMapped());
        const kernels::Tensor query(nullptr, DType::Q4, {256, 256});
        QVERIFY(m_expected.offset(1) >= query.denseBytes());
        QCOMPARE(m_expected.offset(1) % 64, std::size_t{0});
    }

    void theSecondTimeTheFileIsMapped() {
        const WrittenFiles cache;
        const fs::path folder = cache.folder() / "of" / "models"; // made too
        compare({m_nano, tensorsOf(m_nano), fourBits(folder)}, true);
        const ino_t first = inodeOf(fileIn(folder));
        QVERIFY(first != 0);
        compare({m_nano, tensorsOf(m_nano), fourBits(folder)}, true);
        QCOMPARE(inodeOf(fileIn(folder)), first);
        QCOMPARE(std::distance(fs::directory_iterator(folder), {}), 1);
    }

    // So that a question does not wait for the disk.
    void aMappedFileIsBroughtIntoMemoryWithTheRest() {
        const WrittenFiles cache;
        engine::EngineOptions options;
        options.quantisation = Quantisation::FourBits;
        options.cacheFolder = cache.folder();
        const engine::Engine mapped(goldens::nanoFolder(), options);
        const engine::MappedPart& part = mapped.weights().parts.back();
        QCOMPARE(part.file, fileIn(cache.folder()));
        QCOMPARE(part.memory, mapped.weights().quantised->memory());
        QCOMPARE(part.bytes, mapped.weights().quantised->bytes());
    }

    void theOtherQuantisationHasItsOwnFile() {
        QVERIFY(engine::quantisedFile("/c", "/m/tiny", Quantisation::EightBits) !=
                engine::quantisedFile("/c", "/m/tiny", Quantisation::FourBits));
        QVERIFY(engine::quantisedFile("/c", "/m/tiny", Quantisation::FourBits) !=
                engine::quantisedFile("/c", "/n/tiny", Quantisation::FourBits));
    }

    void aWrongFileIsMadeAgain_data() {
        QTest::addColumn<std::function<void(const fs::path&)>>("spoil");
        const auto add = [](const char* name, const std::function<void(const fs::path&)>& spoil) {
            QTest::addRow("%s", name) << spoil;
        };
        add("not ours", [](const fs::path& file) { damage(file, 0); });
        add("another version", [](const fs::path& file) { damage(file, 8); });
        add("other bits", [](const fs::path& file) { damage(file, 12); });
        add("another checkpoint", [](const fs::path& file) { damage(file, 16); });
        add("another hash", [](const fs::path& file) { damage(file, 32); });
        add("a weight changed", [](const fs::path& file) { damage(file, 10'000); });
        add("the last byte changed", [](const fs::path& file) { damage(file, -1); });
        add("shorter",
            [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) - 1); });
        add("longer", [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) + 1); });
        add("empty", [](const fs::path& file) { fs::resize_file(file, 0); });
        add("left half made",
            [](const fs::path& file) { fs::rename(file, file.string() + ".part"); });
    }

    void aWrongFileIsMadeAgain() {
        QFETCH(std::function<void(const fs::path&)>, spoil);
        const WrittenFiles cache;
        compare({m_nano, tensorsOf(m_nano), fourBits(cache.folder())}, true);
        const fs::path file = fileIn(cache.folder());
        const ino_t first = inodeOf(file);
        spoil(file);
        compare({m_nano, tensorsOf(m_nano), fourBits(cache.folder())}, true);
        QVERIFY(inodeOf(file) != first || !fs::exists(file.string() + ".part"));
        compare({m_nano, tensorsOf(m_nano), fourBits(cache.folder())}, true);
        QCOMPARE(std::distance(fs::directory_iterator(cache.folder()), {}), 1);
    }

    // Weights in the same place that are not the same any more.
    void aChangedCheckpointIsNoticed() {
        const WrittenFiles model;
        const fs::path folder = model.folder() / "nano";
        fs::copy(goldens::nanoFolder(), folder, fs::copy_options::recursive);
        const WrittenFiles cache;
        const auto hashNow = [&] {
            return engine::checkpointHash(Checkpoint(folder));
        };
        const std::uint64_t first = hashNow();
        QCOMPARE(hashNow(), first);
        const fs::path shard = Checkpoint(folder).shards().front().file;
        fs::last_write_time(shard, fs::last_write_time(shard) + std::chrono::seconds(1));
        QVERIFY(hashNow() != first);
    }

    void withoutRoomTheyAreInMemory() {
        const WrittenFiles cache;
        const fs::path notAFolder = cache.write("file", "");
        compare({m_nano, tensorsOf(m_nano), fourBits(notAFolder)}, false);
        engine::NewQuantisedFile tooLarge(cache.folder() / "large", std::uint64_t{1} << 60);
        QVERIFY(tooLarge.memory() == nullptr);
        QCOMPARE(std::distance(fs::directory_iterator(cache.folder()), {}), 1);
    }

    void whileAnotherMakesItTheyAreInMemory() {
        const WrittenFiles cache;
        const fs::path part = cache.write(fileIn("").string() + ".part", "theirs");
        const int theirs = open(part.c_str(), O_RDWR);
        QCOMPARE(flock(theirs, LOCK_EX | LOCK_NB), 0);
        compare({m_nano, tensorsOf(m_nano), fourBits(cache.folder())}, false);
        QCOMPARE(fs::file_size(part), std::uintmax_t{6});
        close(theirs);
        compare({m_nano, tensorsOf(m_nano), fourBits(cache.folder())}, true);
    }

    void stoppedNothingIsLeft() {
        const WrittenFiles cache;
        std::stop_source stop;
        stop.request_stop();
        LoadOptions options = fourBits(cache.folder());
        options.waiting.stop = stop.get_token();
        const auto load = [&] {
            const QuantisedWeights weights(m_nano, tensorsOf(m_nano), options);
        };
        QCOMPARE(unlessFails(load, kernels::ErrorCode::Internal, "stopped"), "");
        QCOMPARE(std::distance(fs::directory_iterator(cache.folder()), {}), 0);
    }

    void progressGoesToItsEnd() {
        double last = 0;
        LoadOptions options = fourBits({});
        options.waiting.progress = [&](double share) {
            QVERIFY(share >= last && share <= 1);
            last = share;
        };
        const QuantisedWeights weights(m_nano, tensorsOf(m_nano), options);
        QVERIFY(last > 0);
    }

    // A whole model: what is not a product's weight stays as it is.
    void nanoKeepsItsTables() {
        const WrittenFiles cache;
        for (const Quantisation quantisation : {Quantisation::EightBits, Quantisation::FourBits}) {
            const engine::Engine model(goldens::nanoFolder(), {.quantisation = quantisation,
                                                               .cacheFolder = cache.folder()});
            const engine::LanguageWeights& language = model.weights().language;
            const DType type = quantisation == Quantisation::EightBits ? DType::Q8 : DType::Q4;
            QCOMPARE(language.embedTokens.dtype, DType::BF16);
            QCOMPARE(language.lmHead.dtype, DType::Q8);
            QCOMPARE(language.norm.dtype, DType::BF16);
            const engine::LayerWeights& layer = language.layers.back();
            QCOMPARE(layer.moe.gate.dtype, DType::BF16);
            QCOMPARE(layer.attention.kvBProj.dtype, DType::BF16);
            QCOMPARE(layer.attention.kvAProj.dtype, type);
            QCOMPARE(layer.moe.expertDown.back().dtype, type);
            QCOMPARE(model.weights().vision.blocks.front().qkvWeight.dtype, DType::BF16);
        }
        QCOMPARE(std::distance(fs::directory_iterator(cache.folder()), {}), 2);
    }
};

QTEST_GUILESS_MAIN(TestQuantisedWeights)
#include "tst_quantised_weights.moc"
