# SPDX-License-Identifier: GPL-3.0-or-later
# The two painted views, the colours they share with the window, and what the user looks at.
add_library(halfopen_views STATIC
  theme/colours.cpp
  theme/colours.h
  view_state.cpp
  view_state.h
)
target_link_libraries(halfopen_views PUBLIC halfopen_options halfopen_core Qt6::Widgets)
