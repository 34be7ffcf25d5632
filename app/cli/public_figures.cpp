// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/public_figures.h"

#include <fmt/format.h>

#include "core/experiment_codec.h"
#include "core/json_reader.h"
#include "core/outcome_csv.h"

namespace halfopen {

namespace {

using json::ObjectReader;

constexpr std::size_t kMaxBytes = 1024 * 1024;
constexpr std::size_t kMaxTextBytes = 200;

std::string requiredText(ObjectReader& reader, std::string_view key)
{
    return reader.require(key) ? reader.text(key, kMaxTextBytes).value_or("") : std::string();
}

void readRange(ObjectReader& reader, PublicFigure& figure)
{
    const auto from = reader.number("from_s", 0, kMaxTimeLimitSeconds, "s");
    const auto to = reader.number("to_s", 0, kMaxTimeLimitSeconds, "s");
    if (from.has_value() != to.has_value() || (from && *from > *to))
        reader.complain("from_s", "and to_s stand together, in this order, or are both left out: never");
    if (from && to)
        figure.range = PublicFigure::Range{*from, *to};
}

void readEnd(ObjectReader& reader, PublicFigure& figure)
{
    const auto text = reader.text("end", kMaxTextBytes);
    if (!text)
        return;
    const auto end = hostFromName(*text);
    if (!end)
        reader.complain("end", fmt::format("is '{}', but has to be client or server", *text));
    figure.end = end.value_or(Host::Client);
}

PublicFigure readFigure(ObjectReader& reader)
{
    PublicFigure figure;
    figure.title = requiredText(reader, "title");
    figure.said = requiredText(reader, "said");
    figure.source = requiredText(reader, "source");
    figure.errorName = reader.text("errno", kMaxTextBytes).value_or("");
    readRange(reader, figure);
    readEnd(reader, figure);
    if (const nlohmann::json* value = reader.require("experiment")) {
        const Result<Experiment> experiment = parseExperiment(value->dump());
        if (experiment)
            figure.experiment = *experiment;
        else
            reader.complain("experiment", "is none: " + experiment.error().message);
    }
    reader.finish();
    return figure;
}

} // namespace

Result<std::vector<PublicFigure>> readPublicFigures(std::string_view text)
{
    const auto parsed = json::parse(text, kMaxBytes);
    if (!parsed)
        return parsed.error();
    ObjectReader top{*parsed, ""};
    std::vector<PublicFigure> figures;
    if (const nlohmann::json* list = top.ok() ? top.require("figures") : nullptr) {
        if (!list->is_array() || list->empty())
            top.complain("figures", "has to be a list with at least one figure");
        for (std::size_t i = 0; list->is_array() && i < list->size() && top.ok(); ++i) {
            ObjectReader reader{(*list)[i], fmt::format("figures[{}]", i)};
            figures.push_back(readFigure(reader));
            top.adopt(reader);
        }
    }
    top.finish();
    if (!top.ok())
        return top.error();
    return figures;
}

bool isReproduced(const PublicFigure& figure, const Outcome& outcome)
{
    if (!figure.range)
        return !outcome.detection;
    if (!outcome.detection)
        return false;
    const double seconds = toSeconds(outcome.detection->elapsed);
    const std::string error = outcome.detection->errorNumber == 0 ? std::string() : errnoName(outcome.detection->errorNumber);
    return seconds >= figure.range->fromSeconds && seconds <= figure.range->toSeconds && error == figure.errorName;
}

} // namespace halfopen
