// SPDX-License-Identifier: GPL-3.0-or-later
// In what experiments differ, setting by setting.
#include "core/experiment_difference.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

#include "core/experiment_codec.h"
#include "core/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace halfopen {

namespace {

using SettingJson = nlohmann::ordered_json;

constexpr std::size_t kMostDifferences = 50; // nobody reads more, and thousands of pairs take their time

struct KeyWords final
{
    std::string_view key;
    const char* what;
};

// Options and sysctls have their kernel names.
constexpr std::array kKeyWords{
    KeyWords{"place", words("core", "place")},
    KeyWords{"path", words("core", "path")},
    KeyWords{"family", words("core", "IP version")},
    KeyWords{"neighbours", words("core", "neighbours")},
    KeyWords{"time_limit_s", words("core", "time limit")},
    KeyWords{"activity", words("core", "program")},
    KeyWords{"send_bytes", words("core", "bytes a call")},
    KeyWords{"send_interval_s", words("core", "pause between sends")},
    KeyWords{"request_at_s", words("core", "request after the fault")},
    KeyWords{"heartbeat_interval_s", words("core", "heartbeat every")},
    KeyWords{"heartbeat_timeout_s", words("core", "heartbeat's patience")},
    KeyWords{"set", words("core", "options set later")},
    KeyWords{"kind", words("core", "fault")},
    KeyWords{"at_s", words("core", "fault at")},
    KeyWords{"heal_after_s", words("core", "healed after")},
    KeyWords{"host", words("core", "fault at the host")},
    KeyWords{"direction", words("core", "direction")},
    KeyWords{"percent", words("core", "share of the packets")},
    KeyWords{"only", words("core", "only these packets")},
    KeyWords{"nth", words("core", "only the packet number")},
    KeyWords{"with", words("core", "answer")},
    KeyWords{"ms", words("core", "delay")},
    KeyWords{"idle_s", words("core", "NAT forgets after")},
    KeyWords{"back_after_s", words("core", "back after")},
};

constexpr std::array<std::string_view, 6> kOffWithout{"SO_KEEPALIVE", "TCP_NODELAY", "IP_RECVERR", "TCP_USER_TIMEOUT", "SO_RCVTIMEO", "SO_SNDTIMEO"};
constexpr std::array<std::string_view, 3> kSwitches{"SO_KEEPALIVE", "TCP_NODELAY", "IP_RECVERR"};
constexpr std::array<std::string_view, 5> kInSeconds{"TCP_KEEPIDLE", "TCP_KEEPINTVL", "SO_RCVTIMEO", "SO_SNDTIMEO", "SO_LINGER"};

bool isAmong(const auto& keys, std::string_view key) { return std::ranges::find(keys, key) != keys.end(); }

std::string whatOf(std::string_view key)
{
    const auto known = std::ranges::find(kKeyWords, key, &KeyWords::key);
    return known == kKeyWords.end() ? std::string{key} : std::string{known->what};
}

std::string settingNumber(std::string_view key, double number)
{
    if (isAmong(kSwitches, key))
        return number == 0 ? words("core", "off") : words("core", "on");
    if (isAmong(kOffWithout, key) && number == 0) // no limit
        return words("core", "off");
    if (key == "TCP_USER_TIMEOUT")
        return fmt::format("{:g} s", number / 1000);
    if (isAmong(kInSeconds, key) || key.ends_with("_s"))
        return fmt::format("{:g} s", number);
    if (key == "ms" || key.ends_with("_MS"))
        return fmt::format("{:g} ms", number);
    return key == "percent" ? fmt::format("{:g} %", number) : fmt::format("{:g}", number);
}

/// nullptr where the file does not have it.
std::string settingValue(std::string_view key, const SettingJson* value)
{
    if (value == nullptr)
        return key == "kind" || key == "set" || key == "heal_after_s" ? words("core", "none") : isAmong(kOffWithout, key) ? words("core", "off") : words("core", "default");
    if (value->is_number())
        return settingNumber(key, value->get<double>());
    return value->is_string() ? value->get<std::string>() : value->dump();
}

class Differences final
{
public:
    [[nodiscard]] bool isFull() const { return m_found.size() >= kMostDifferences; }
    [[nodiscard]] std::vector<SettingDifference> take() { return std::move(m_found); }

    void note(std::string what, std::vector<std::string> values)
    {
        if (!isFull() && std::ranges::any_of(values, [&](const std::string& each) { return each != values.front(); }))
            m_found.push_back({std::move(what), std::move(values)});
    }

    /// Of objects with the same meaning; `named` says whose a setting is.
    void compare(const std::vector<SettingJson>& objects, const std::function<std::string(const std::string&)>& named)
    {
        std::vector<std::string> keys;
        for (const SettingJson& object : objects) {
            for (const auto& each : object.items()) {
                if (std::ranges::find(keys, each.key()) == keys.end())
                    keys.push_back(each.key());
            }
        }
        for (const std::string& key : keys) {
            std::vector<std::string> values;
            for (const SettingJson& object : objects) {
                const auto found = object.find(key);
                values.push_back(settingValue(key, found == object.end() ? nullptr : &*found));
            }
            note(named(whatOf(key)), std::move(values));
        }
    }

private:
    std::vector<SettingDifference> m_found;
};

/// As the file has it.
SettingJson jsonOf(const Experiment& experiment) { return SettingJson::parse(writeExperimentLine(experiment)); }

/// The part of each that is under that key, empty where it is missing.
std::vector<SettingJson> partOf(const std::vector<SettingJson>& objects, const char* key)
{
    std::vector<SettingJson> parts;
    parts.reserve(objects.size());
    for (const SettingJson& object : objects)
        parts.push_back(object.contains(key) ? object.at(key) : SettingJson::object());
    return parts;
}

void compareFaults(Differences& differences, const std::vector<SettingJson>& files)
{
    std::size_t most = 0;
    for (const SettingJson& file : files)
        most = std::max(most, file.at("faults").size());
    for (std::size_t number = 0; number < most; ++number) {
        std::vector<SettingJson> faults;
        faults.reserve(files.size());
        for (const SettingJson& file : files)
            faults.push_back(number < file.at("faults").size() ? file.at("faults").at(number) : SettingJson::object());
        const auto kind = [](const SettingJson& fault) { return fault.value("kind", std::string{}); };
        const bool alike = std::ranges::all_of(faults, [&](const SettingJson& fault) { return kind(fault) == kind(faults.front()); });
        if (!alike) { // their other settings have nothing in common
            for (SettingJson& fault : faults)
                fault = fault.empty() ? fault : SettingJson{{"kind", kind(fault)}};
        }
        differences.compare(faults, [&](const std::string& what) { return most > 1 ? fmt::format(words("core", "{} (fault {})"), what, number + 1) : what; });
    }
}

/// By its name, else by its place among as many; nullptr: it has none like it.
const Pair* counterpart(const Experiment& experiment, const Experiment& first, std::size_t index)
{
    const auto named = std::ranges::find(experiment.pairs, first.pairs[index].name, &Pair::name);
    if (named != experiment.pairs.end())
        return &*named;
    return experiment.pairs.size() == first.pairs.size() ? &experiment.pairs[index] : nullptr;
}

void comparePairs(Differences& differences, std::span<const Experiment* const> experiments)
{
    std::vector<std::string> counts;
    for (const Experiment* each : experiments)
        counts.push_back(std::to_string(each->pairs.size()));
    differences.note(words("core", "pairs"), counts);
    const Experiment& first = *experiments.front();
    for (std::size_t index = 0; index < first.pairs.size() && !differences.isFull(); ++index) {
        std::vector<const Pair*> pairs;
        pairs.reserve(experiments.size());
        for (const Experiment* each : experiments)
            pairs.push_back(counterpart(*each, first, index));
        const auto isSame = [&](const Pair* pair) { return pair != nullptr && pair->client == pairs.front()->client && pair->server == pairs.front()->server; };
        if (std::ranges::find(pairs, nullptr) != pairs.end() || std::ranges::all_of(pairs, isSame))
            continue;
        std::vector<SettingJson> files;
        files.reserve(pairs.size());
        for (const Pair* pair : pairs)
            files.push_back(jsonOf(Experiment{.pairs = {*pair}}).at("pairs").at(0));
        const bool alone = first.pairs.size() == 1;
        const std::string whose = pairName(first, static_cast<int>(index));
        differences.compare(partOf(files, "client"), [&](const std::string& what) { return alone ? what : fmt::format(words("core", "“{}” {}"), whose, what); });
        differences.compare(partOf(files, "server"), [&](const std::string& what) {
            return alone ? fmt::format(words("core", "server's {}"), what) : fmt::format(words("core", "“{}” server's {}"), whose, what);
        });
    }
}

} // namespace

std::vector<SettingDifference> differencesOf(std::span<const Experiment* const> experiments)
{
    if (experiments.size() < 2)
        return {};
    Differences differences;
    comparePairs(differences, experiments);
    std::vector<SettingJson> files;
    for (const Experiment* each : experiments) {
        Experiment rest = *each;
        rest.pairs.clear();
        files.push_back(jsonOf(rest));
    }
    compareFaults(differences, files);
    const auto itself = [](const std::string& what) { return what; };
    differences.compare(partOf(files, "sysctl"), itself);
    for (SettingJson& file : files) {
        for (const char* key : {"format", "title", "pairs", "faults", "sysctl"})
            file.erase(key);
    }
    differences.compare(files, itself);
    return differences.take();
}

} // namespace halfopen
