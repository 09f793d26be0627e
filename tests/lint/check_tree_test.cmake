# Shows check_tree.cmake trees of one file, good and bad, and compares its verdict.
# Run: cmake -DSCRATCH=<a folder to write in> -P tests/lint/check_tree_test.cmake
cmake_minimum_required(VERSION 3.25)
set(licence "// SPDX-FileCopyrightText: 2026 The Tessera developers\n// SPDX-License-Identifier: GPL-3.0-or-later\n")
set(failures "")

function(verdict path text)
    file(REMOVE_RECURSE "${SCRATCH}")
    file(WRITE "${SCRATCH}/${path}" "${text}")
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -P ${CMAKE_CURRENT_LIST_DIR}/check_tree.cmake
                    RESULT_VARIABLE code ERROR_VARIABLE errors)
    set(code "${code}" PARENT_SCOPE)
    set(errors "${errors}" PARENT_SCOPE)
endfunction()

function(accepts path text)
    verdict("${path}" "${licence}${text}")
    if(NOT code EQUAL 0)
        set(failures "${failures}  refused ${path} with '${text}': ${errors}\n" PARENT_SCOPE)
    endif()
endfunction()

function(refuses path text reason)
    verdict("${path}" "${text}")
    string(REGEX REPLACE "[ \t\n]+" " " errors "${errors}") # CMake breaks long messages into lines
    string(FIND "${errors}" "${path}: ${reason}" place)
    if(code EQUAL 0 OR place EQUAL -1)
        set(failures "${failures}  no '${reason}' for ${path} with '${text}': ${errors}\n" PARENT_SCOPE)
    endif()
endfunction()

# layers
accepts(kernels/tensor.h "#include <vector>\n#include \"kernels/error.h\"\n")
accepts(engine/session.cpp "#include \"kernels/backend.h\"\n")
accepts(app/documents/document.h "#include <QImage>\n")
accepts(app/analysis/engine_analyzer.cpp "#include \"engine/engine.h\"\n")
accepts(ui/main.cpp "#include <QMainWindow>\n#include \"app/result.h\"\n")
refuses(kernels/tensor.h "${licence}#include <QString>\n" "#include <QString>")
refuses(kernels/tensor.h "${licence}#include \"engine/engine.h\"\n" "#include \"engine/engine.h\"")
refuses(kernels/cuda/rope.cu "${licence}# include \"ui/theme.h\"\n" "# include \"ui/theme.h\"")
refuses(engine/session.cpp "${licence}#include \"kernels/cpu/cpu_backend.h\"\n" "#include \"kernels/cpu")
refuses(engine/session.cpp "${licence}#include \"app/result.h\"\n" "#include \"app/result.h\"")
refuses(app/result.h "${licence}#include \"engine/engine.h\"\n" "#include \"engine/engine.h\"")
refuses(app/result.h "${licence}#include <QMessageBox>\n" "#include <QMessageBox>")
refuses(app/analysis/engine_analyzer.h "${licence}#include \"kernels/tensor.h\"\n" "#include \"kernels/tensor.h\"")
refuses(ui/main.cpp "${licence}#include \"engine/engine.h\"\n" "#include \"engine/engine.h\"")
refuses(ui/dialogs/about.h "${licence}  #  include\t\"kernels/error.h\"\n" "# include \"kernels/error.h\"")

# libraries and their owners
accepts(app/documents/pdf_document.cpp "#include <poppler-qt6.h>\n")
accepts(app/reading/line_finder.cpp "#include <opencv2/imgproc.hpp>\n")
accepts(kernels/cpu/matmul.cpp "#include <hwy/highway.h>\n")
refuses(app/documents/image_document.cpp "${licence}#include <poppler-qt6.h>\n" "poppler belongs to")
refuses(app/reading/row_packer.cpp "${licence}#include <opencv2/core.hpp>\n" "opencv2 belongs to")
accepts(engine/text/regex_pattern.cpp "#include <pcre2.h>\n")
refuses(engine/text/tokenizer.cpp "${licence}#include <pcre2.h>\n" "pcre2 belongs to")
refuses(kernels/buffer.cpp "${licence}#include <hwy/highway.h>\n" "hwy belongs to")

accepts(app/models/model_download.cpp "#include <QNetworkAccessManager>\n")
refuses(app/models/model_download.h "${licence}#include <QNetworkAccessManager>\n" "network belongs to")
refuses(app/documents/image_document.cpp "${licence}#include <QtNetwork/QTcpSocket>\n" "network belongs to")
refuses(engine/session.cpp "${licence}#include <sys/socket.h>\n" "network belongs to")
refuses(ui/main.cpp "${licence}#include <QUdpSocket>\n" "network belongs to")

# switches
accepts(kernels/cpu/matmul.cpp "#if HWY_ONCE\n#endif\n")
accepts(engine/session.cpp "// #ifdef in a comment\n")
refuses(engine/session.cpp "${licence}#ifdef CUDA\n#endif\n" "#ifdef CUDA")
refuses(engine/session.cpp "${licence}#ifndef CUDA\n#endif\n" "#ifndef CUDA")
refuses(app/result.h "${licence}#if(WIN32)\n#endif\n" "#if(WIN32)")

# names and lengths
accepts(app/database.cpp "")
refuses(app/string_utils.cpp "${licence}" "the name does not say")
refuses(engine/base.h "${licence}" "the name does not say")
string(REPEAT "\n" 248 rest_of_header)
string(REPEAT "\n" 598 rest_of_source)
accepts(ui/theme.h "${rest_of_header}")
accepts(ui/theme.cpp "${rest_of_source}")
refuses(ui/theme.h "${licence}${rest_of_header}\n" "251 lines, at most 250")
refuses(ui/theme.cpp "${licence}${rest_of_source}\n" "601 lines, at most 600")

# licence
refuses(ui/theme.h "#pragma once\n" "the two SPDX lines are missing")
refuses(tests/app/tst_page.cpp "#include <QTest>\n" "the two SPDX lines are missing")
refuses(kernels/cuda/rope.cuh "// SPDX-License-Identifier: GPL-3.0-or-later\n" "the two SPDX lines are missing")

file(REMOVE_RECURSE "${SCRATCH}")
if(failures)
    message(FATAL_ERROR "wrong verdicts:\n${failures}")
endif()
