# SPDX-License-Identifier: GPL-3.0-or-later
# The two painted views, the colours they share with the window, and what the user looks at.
add_library(halfopen_views STATIC
  theme/colours.cpp
  theme/colours.h
  theme/quantity_text.cpp
  theme/quantity_text.h
  timeline/call_lane.cpp
  timeline/figure.cpp
  timeline/flags.cpp
  timeline/lane_painting.cpp
  timeline/lane_painting.h
  timeline/lane_text.cpp
  timeline/lane_text.h
  timeline/lanes.h
  timeline/live_clock.cpp
  timeline/live_clock.h
  timeline/queue_lane.cpp
  timeline/reading.cpp
  timeline/reading.h
  timeline/run_facts.cpp
  timeline/run_facts.h
  timeline/state_lane.cpp
  timeline/time_axis.cpp
  timeline/time_axis.h
  timeline/timeline_input.cpp
  timeline/timeline_layout.cpp
  timeline/timeline_picture.cpp
  timeline/timeline_picture.h
  timeline/timeline_view.cpp
  timeline/timeline_view.h
  timeline/timer_lane.cpp
  timeline/track_digest.cpp
  timeline/track_digest.h
  timeline/wire_lane.cpp
  topology/topology_layout.cpp
  topology/topology_menus.cpp
  topology/topology_painting.cpp
  topology/topology_painting.h
  topology/topology_scene.cpp
  topology/topology_scene.h
  topology/topology_view.cpp
  topology/topology_view.h
  view_state.cpp
  view_state.h
)
target_link_libraries(halfopen_views PUBLIC halfopen_options halfopen_core Qt6::Widgets)
