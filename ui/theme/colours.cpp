// SPDX-License-Identifier: GPL-3.0-or-later
// The colours that all views share.
#include "ui/theme/colours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace halfopen {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); // sRGB, IEC 61966-2-1
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

void setSeries(Colours& c)
{
    if (c.dark) {
        c.blue = QColor(0x4d, 0xa6, 0xe8);
        c.skyBlue = QColor(0x8c, 0xcb, 0xf2);
        c.green = QColor(0x2e, 0xc7, 0x9a);
        c.orange = QColor(0xf2, 0xb1, 0x34);
        c.vermillion = QColor(0xff, 0x80, 0x40);
        c.purple = QColor(0xe0, 0x94, 0xc0);
        c.yellow = QColor(0xf0, 0xe4, 0x42);
        c.grey = QColor(0x7c, 0x84, 0x92);
    } else {
        c.blue = QColor(0x00, 0x72, 0xb2);
        c.skyBlue = QColor(0x56, 0xb4, 0xe9);
        c.green = QColor(0x00, 0x9e, 0x73);
        c.orange = QColor(0xe6, 0x9f, 0x00);
        c.vermillion = QColor(0xd5, 0x5e, 0x00);
        c.purple = QColor(0xb1, 0x55, 0x8b); // CC79A7 a little darker: thin lines on white need it, and white letters on it
        c.yellow = QColor(0xa8, 0x9a, 0x00); // F0E442 cannot be seen on white
        c.grey = QColor(0x9a, 0xa2, 0xb1);
    }
}

void setRoles(Colours& c)
{
    c.blocked = c.skyBlue;
    c.done = c.green;
    c.failure = c.vermillion;
    c.alive = c.blue;
    c.gone = c.dark ? QColor(0x6b, 0x73, 0x80) : QColor(0xa3, 0xaa, 0xb8);
    c.predicted = c.green;
    c.frozen = c.dark ? QColor(0x1f, 0x4a, 0x5e) : QColor(0xd8, 0xf1, 0xfa);
    c.warning = mixed(c.panel, c.orange, c.dark ? 0.18 : 0.12);
}

QColor laneInFault(const Colours& c) { return mixed(c.lane, c.vermillion, c.afterFault.alphaF()); }

/// On a dark theme the lightest, on a light one the darkest.
QColor hardestGround(const Colours& c)
{
    QColor hardest = c.panel;
    for (const QColor& ground : {c.window, c.lane, c.warning, c.selection, laneInFault(c), mixed(c.panel, c.focus, 0.14)}) {
        if ((luminance(ground) > luminance(hardest)) == c.dark)
            hardest = ground;
    }
    return hardest;
}

/// As little of `text` mixed into the first ground as can still be read on each of them.
QColor legible(std::initializer_list<QColor> grounds, const QColor& text, double leastContrast)
{
    constexpr double kStep = 0.01;
    for (double part = 0.4; part < 1; part += kStep) {
        const QColor mixture = mixed(*grounds.begin(), text, part);
        if (std::ranges::all_of(grounds, [&](const QColor& ground) { return contrast(mixture, ground) >= leastContrast; }))
            return mixture;
    }
    return text;
}

QPalette paletteOf(const QColor& window, const QColor& base, const QColor& text, const QColor& accent)
{
    QPalette palette;
    const QColor button = mixed(window, base, 0.6);
    const QColor faint = mixed(base, text, 0.45);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, mixed(base, window, 0.6));
    palette.setColor(QPalette::ToolTipBase, mixed(base, text, 0.06));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, legible({base, window}, text, kLeastTextContrast));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, textOn(text));
    palette.setColor(QPalette::Light, mixed(button, Qt::white, 0.5));
    palette.setColor(QPalette::Midlight, mixed(button, Qt::white, 0.2));
    palette.setColor(QPalette::Mid, mixed(button, Qt::black, 0.2));
    palette.setColor(QPalette::Dark, mixed(button, Qt::black, 0.35));
    palette.setColor(QPalette::Shadow, mixed(button, Qt::black, 0.7));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, textOn(accent));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(base, text, 0.2));
    return palette;
}

} // namespace

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

double contrast(const QColor& one, const QColor& other)
{
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor textOn(const QColor& ground)
{
    // WCAG 2.1 contrast: the lighter luminance + 0.05 over the darker + 0.05
    const double ground05 = luminance(ground) + 0.05;
    return 1.05 / ground05 >= ground05 / 0.06 ? QColor(Qt::white) : QColor(0x14, 0x18, 0x1f);
}

QColor inkOn(const QColor& ground, const QColor& colour)
{
    constexpr double kWanted = kLeastTextContrast + 0.05; // a colour is rounded to 8 bits
    if (contrast(ground, colour) >= kWanted)
        return colour;
    const QColor end = textOn(ground);
    double less = 0;
    double enough = 1;
    // The contrast may fall before it rises, but where it has once risen it goes on rising: halving finds the place.
    constexpr int kHalvings = 7;
    for (int turn = 0; turn < kHalvings; ++turn) {
        const double middle = (less + enough) / 2;
        (contrast(ground, mixed(colour, end, middle)) >= kWanted ? enough : less) = middle;
    }
    return mixed(colour, end, enough);
}

QColor mixed(const QColor& under, const QColor& over, double part)
{
    const auto p = static_cast<float>(std::clamp(part, 0.0, 1.0));
    return QColor::fromRgbF(under.redF() + (over.redF() - under.redF()) * p,
                            under.greenF() + (over.greenF() - under.greenF()) * p,
                            under.blueF() + (over.blueF() - under.blueF()) * p);
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(std::clamp(alpha, 0.0, 1.0)));
    return colour;
}

QBrush hatching(const QColor& colour)
{
    return QBrush(colour, Qt::BDiagPattern);
}

Colours Colours::from(const QPalette& palette)
{
    Colours c;
    c.dark = isDark(palette);
    c.window = palette.color(QPalette::Window);
    c.panel = palette.color(QPalette::Base);
    c.text = palette.color(QPalette::Text);
    // Black and white ask for all the contrast there is: a projector washes out what is faint.
    const bool strong = contrast(c.panel, c.text) > 20;
    c.lane = mixed(c.panel, c.text, c.dark ? 0.045 : 0.022);
    c.border = mixed(c.panel, c.text, strong ? 0.55 : c.dark ? 0.20 : 0.15);
    c.grid = mixed(c.panel, c.text, strong ? 0.25 : c.dark ? 0.13 : 0.10);
    c.mutedText = mixed(c.panel, c.text, strong ? 0.92 : 0.68);
    c.focus = palette.color(QPalette::Highlight);
    setSeries(c);
    setRoles(c);
    c.afterFault = withAlpha(c.vermillion, c.dark ? 0.08 : 0.06);
    c.faintText = strong ? mixed(c.panel, c.text, 0.75) : legible({c.panel, c.lane, c.window, laneInFault(c)}, c.text, kLeastTextContrast);
    // Not of the palette: a style sheet puts this very colour into that of a table.
    c.selection = mixed(c.panel, c.blue, c.dark ? 0.30 : 0.20);
    c.inkGround = hardestGround(c);
    return c;
}

QColor Colours::of(KernelTimer timer) const
{
    switch (timer) {
    case KernelTimer::None:
    case KernelTimer::TimeWait:
        break;
    case KernelTimer::Retransmit:
        return orange;
    case KernelTimer::Keepalive:
        return purple;
    case KernelTimer::WindowProbe:
        return yellow;
    }
    return grey;
}

QColor Colours::of(PacketKind kind) const
{
    switch (kind) {
    case PacketKind::Syn:
    case PacketKind::SynAck:
    case PacketKind::Arp:
    case PacketKind::Ndp:
        return blue;
    case PacketKind::Data:
        return green;
    case PacketKind::Retransmission:
        return orange;
    case PacketKind::Probe:
        return purple;
    case PacketKind::Fin:
    case PacketKind::Rst:
    case PacketKind::Icmp:
        return vermillion;
    case PacketKind::Answer:
    case PacketKind::Ack:
    case PacketKind::Other:
        break;
    }
    return grey;
}

QColor Colours::of(TcpState state) const
{
    switch (state) {
    case TcpState::Established:
        return alive;
    case TcpState::SynSent:
    case TcpState::SynRecv:
    case TcpState::NewSynRecv:
    case TcpState::Listen:
        return green;
    case TcpState::FinWait1:
    case TcpState::FinWait2:
    case TcpState::Closing:
    case TcpState::LastAck:
        return orange;
    case TcpState::CloseWait:
        return purple;
    case TcpState::TimeWait:
    case TcpState::Close:
        break;
    }
    return gone;
}

QColor Colours::ink(const QColor& colour) const { return inkOn(inkGround, colour); }

QColor Colours::series(int index) const
{
    const std::array colours{blue, orange, green, purple, skyBlue, vermillion, yellow, grey};
    return colours[static_cast<std::size_t>(std::abs(index)) % colours.size()];
}

QPalette lightPalette()
{
    return paletteOf(QColor(0xf3, 0xf5, 0xf9), Qt::white, QColor(0x1b, 0x1f, 0x27), QColor(0x00, 0x72, 0xb2));
}

QPalette strongPalette(bool dark)
{
    return dark ? paletteOf(Qt::black, Qt::black, Qt::white, QColor(0x8c, 0xcb, 0xf2))
                : paletteOf(Qt::white, Qt::white, Qt::black, QColor(0x00, 0x72, 0xb2));
}

QPalette darkPalette()
{
    return paletteOf(QColor(0x12, 0x15, 0x19), QColor(0x17, 0x1b, 0x20), QColor(0xe6, 0xe9, 0xef),
                     QColor(0x4d, 0xa6, 0xe8));
}

} // namespace halfopen
