# SPDX-License-Identifier: GPL-3.0-or-later
# The window and everything in it but the two painted views; main.cpp wires it to the other modules.
qt_add_library(halfopen_window STATIC
  charts/chart_row.h
  charts/nice_axis.cpp
  charts/nice_axis.h
  charts/result_chart.cpp
  charts/result_chart.h
  charts/row_overlay.cpp
  charts/row_overlay.h
  experiment/endpoint_editor.cpp
  experiment/endpoint_editor.h
  experiment/experiment_draft.cpp
  experiment/experiment_draft.h
  experiment/experiment_panel.cpp
  experiment/experiment_panel.h
  experiment/fault_editor.cpp
  experiment/fault_editor.h
  experiment/fault_row.cpp
  experiment/fault_row.h
  experiment/fold_box.cpp
  experiment/fold_box.h
  experiment/network_editor.cpp
  experiment/network_editor.h
  experiment/number_spin_box.cpp
  experiment/number_spin_box.h
  experiment/option_row.cpp
  experiment/option_row.h
  experiment/prediction_box.cpp
  experiment/prediction_box.h
  experiment/value_scale.cpp
  experiment/value_scale.h
  glossary/glossary_dialog.cpp
  glossary/glossary_dialog.h
  glossary/glossary_filter.cpp
  glossary/glossary_filter.h
  glossary/glossary_links.cpp
  glossary/glossary_links.h
  glossary/glossary_model.cpp
  glossary/glossary_model.h
  headless/headless_run.cpp
  headless/headless_run.h
  history/history_model.cpp
  history/history_model.h
  history/history_panel.cpp
  history/history_panel.h
  history/run_keeper.cpp
  history/run_keeper.h
  lesson/lesson_panel.cpp
  lesson/lesson_panel.h
  log/log_model.cpp
  log/log_model.h
  log/log_panel.cpp
  log/log_panel.h
  results/result_rows.cpp
  results/result_rows.h
  results/result_table_model.cpp
  results/result_table_model.h
  results/results_panel.cpp
  results/results_panel.h
  sockets/column_chooser.cpp
  sockets/column_chooser.h
  sockets/socket_cell_tips.cpp
  sockets/socket_cells.cpp
  sockets/socket_cells.h
  sockets/socket_columns.cpp
  sockets/socket_columns.h
  sockets/socket_delegate.cpp
  sockets/socket_delegate.h
  sockets/socket_entry.cpp
  sockets/socket_entry.h
  sockets/socket_filter.cpp
  sockets/socket_filter.h
  sockets/socket_panel.cpp
  sockets/socket_panel.h
  sockets/socket_table_model.cpp
  sockets/socket_table_model.h
  text/format.cpp
  text/format.h
  text/search_field.cpp
  text/search_field.h
  why/explanation.cpp
  why/explanation.h
  why/why_panel.cpp
  why/why_panel.h
  why/why_steps.cpp
  why/why_steps.h
  window/banner.cpp
  window/banner.h
  window/desk.h
  window/dock_title.cpp
  window/dock_title.h
  window/experiment_file.cpp
  window/experiment_file.h
  window/experiment_files.cpp
  window/experiment_files.h
  window/main_actions.cpp
  window/main_actions.h
  window/main_window.cpp
  window/main_window.h
  window/presets.cpp
  window/presets.h
  window/recent_files.cpp
  window/recent_files.h
  window/run_progress.cpp
  window/run_progress.h
  window/run_status.cpp
  window/run_status.h
  window/shown_run.cpp
  window/shown_run.h
  window/style.cpp
  window/style.h
  window/timeline_header.cpp
  window/timeline_header.h
  window/tinted_icon.cpp
  window/tinted_icon.h
  window/window_files.cpp
  window/window_host.cpp
  window/window_host.h
  window/window_layout.cpp
)
set_target_properties(halfopen_window PROPERTIES AUTOMOC ON)
target_link_libraries(halfopen_window PUBLIC halfopen_views halfopen_session halfopen_store Qt6::Widgets PRIVATE Qt6::Charts Qt6::Svg)
set(halfopen_icons app close export float lesson open preset redo run save stop undo warning)
list(TRANSFORM halfopen_icons APPEND .svg)
list(TRANSFORM halfopen_icons PREPEND "${PROJECT_SOURCE_DIR}/resources/icons/")
qt_add_resources(halfopen_window "halfopen_icons" PREFIX "/icons" BASE "${PROJECT_SOURCE_DIR}/resources/icons" FILES ${halfopen_icons})
qt_add_resources(halfopen_window "halfopen_presets" PREFIX "/presets" BASE "${PROJECT_SOURCE_DIR}/resources"
                 FILES "${PROJECT_SOURCE_DIR}/resources/presets.json")

qt_add_executable(halfopen main.cpp)
target_link_libraries(halfopen PRIVATE halfopen_options halfopen_window)
install(TARGETS halfopen RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
