# SPDX-License-Identifier: GPL-3.0-or-later
# Texts in other languages. `cmake --build … --target update_translations` collects new texts into resources/translations;
# Qt Linguist edits them; the build compiles them into the program. English has a file for its plurals alone.
set(halfopen_translations "${PROJECT_SOURCE_DIR}/resources/translations")
find_package(Qt6LinguistTools 6.4 QUIET)
if(NOT Qt6LinguistTools_FOUND)
  message(STATUS "Qt's Linguist tools were not found (Debian: qt6-tools-dev, qt6-l10n-tools): the window will speak English only")
  return()
endif()

set_source_files_properties("${halfopen_translations}/halfopen_en.ts" "${halfopen_translations}/halfopen_zh_CN.ts"
                            PROPERTIES OUTPUT_LOCATION "${CMAKE_CURRENT_BINARY_DIR}/i18n")
qt_add_lrelease(halfopen_window
  TS_FILES "${halfopen_translations}/halfopen_en.ts" "${halfopen_translations}/halfopen_zh_CN.ts"
  QM_FILES_OUTPUT_VARIABLE halfopen_qm)
qt_add_resources(halfopen_window "halfopen_i18n" PREFIX "/i18n" BASE "${CMAKE_CURRENT_BINARY_DIR}/i18n" FILES ${halfopen_qm})
qt_add_resources(halfopen_window "halfopen_i18n_core" PREFIX "/i18n" BASE "${halfopen_translations}"
                 FILES "${halfopen_translations}/core_zh_CN.ts")

# No locations: a moved line would change the files otherwise. What the session says reaches the window too; the sentences of
# core and the agent are recognised by their patterns (ui/text/core_words.h).
set(halfopen_lupdate Qt6::lupdate -silent -locations none -no-obsolete "-I${PROJECT_SOURCE_DIR}" "-I${PROJECT_SOURCE_DIR}/app")
set(halfopen_window_texts "${PROJECT_SOURCE_DIR}/ui" "${PROJECT_SOURCE_DIR}/app/session" "${PROJECT_SOURCE_DIR}/app/store")
add_custom_target(update_translations
  COMMAND ${halfopen_lupdate} ${halfopen_window_texts} -ts "${halfopen_translations}/halfopen_zh_CN.ts"
  COMMAND ${halfopen_lupdate} -pluralonly ${halfopen_window_texts} -ts "${halfopen_translations}/halfopen_en.ts"
  COMMAND ${halfopen_lupdate} -tr-function-alias QT_TRANSLATE_NOOP+=words "${PROJECT_SOURCE_DIR}/app/core" "${PROJECT_SOURCE_DIR}/app/agent"
          "${PROJECT_SOURCE_DIR}/app/session/event_lines.cpp" "${PROJECT_SOURCE_DIR}/app/session/run_summary.cpp" "${PROJECT_SOURCE_DIR}/app/store"
          "${PROJECT_SOURCE_DIR}/ui/text/data_words.h"
          -ts "${halfopen_translations}/core_zh_CN.ts"
  COMMENT "Collecting texts for translation" VERBATIM)
