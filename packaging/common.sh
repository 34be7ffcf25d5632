# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What packaging/run, packaging/test and .ci/run share: missing packages, configuring, building. To be sourced.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

say() { printf '%s\n' "$*" >&2; }

# The packages named in the given lists (packaging/packages/NAME.txt), one a line.
packages_in() {
    local list
    for list in "$@"; do
        sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$root/packaging/packages/$list.txt"
    done | sort -u
}

# Those of them that are not installed. ${Provides} is not asked: every name in the lists is a real package.
missing_packages() {
    local package
    packages_in "$@" | while read -r package; do
        if [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
            printf '%s\n' "$package"
        fi
    done
}

# Those of the lists that are only wished for (marked so): nothing stops because they are missing.
wished_in() {
    local list
    for list in "$@"; do
        sed -n -e '/#[[:space:]]*wished/!d' -e 's/#.*//' -e 's/[[:space:]]//gp' "$root/packaging/packages/$list.txt"
    done | sort -u
}

# Installs what is missing of the given lists when root; otherwise says the command that does, and ends with status 3.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "This script installs packages on Debian 12 only, and there is no dpkg-query here; building with what is there."
        return
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    local update='' # a fresh machine has no package lists
    compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || update='sudo apt-get update && '
    if [[ $(id -u) -ne 0 ]]; then
        if [[ -z $(comm -23 <(printf '%s\n' "${missing[@]}") <(wished_in "$@")) ]]; then
            say "Going on without ${missing[*]} (sudo apt-get install ${missing[*]} as you like)."
            return 0
        fi
        say "Missing packages: ${missing[*]}"
        say "Installing needs root. Please run this command, then start $0 again:"
        say "  ${update}sudo apt-get install --no-install-recommends ${missing[*]}"
        exit 3
    fi
    say "Installing missing packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    if [[ -n $update ]]; then
        apt-get update -q >&2
    fi
    # Old lists name files that are gone.
    if ! apt-get install -y -q --no-install-recommends "${missing[@]}" >&2; then
        say "Once more with fresh package lists."
        apt-get update -q >&2
        apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
    fi
}

# Compilers side by side: one a processor, but not more than memory allows (a unity source takes up to 1 GiB).
jobs_for_build() {
    local processors memory_gib
    processors=$(nproc)
    memory_gib=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
    if [[ $memory_gib -lt 1 ]]; then memory_gib=1; fi
    printf '%s\n' $((processors < memory_gib ? processors : memory_gib))
}

# Configures build/PRESET: configure_preset PRESET. Not again while that cannot change anything.
configure_preset() {
    local preset=$1 folder=$root/build/$1 configure=()
    if [[ -e $root/build && ! -w $root/build ]]; then
        say "The folder $root/build belongs to somebody else, so nothing can be built there. Please remove it."
        exit 3
    fi
    if command -v ccache >/dev/null; then
        configure+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache} CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
    fi
    # A build folder that came along with a moved or copied checkout names another source folder.
    if [[ -e $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        configure+=(--fresh)
        rm -f "$folder/build.ninja"
    fi
    if [[ ! -e $folder/build.ninja || $root/CMakePresets.json -nt $folder/build.ninja ]]; then
        say "Configuring build/$preset"
        (cd "$root" && cmake --preset "$preset" "${configure[@]}" >&2)
    fi
}

# Configures and builds: build_preset PRESET [BUILD-ARGUMENT...].
build_preset() {
    local preset=$1
    shift
    configure_preset "$preset"
    say "Building build/$preset"
    cmake --build "$root/build/$preset" --parallel "$(jobs_for_build)" "$@" >&2
}
