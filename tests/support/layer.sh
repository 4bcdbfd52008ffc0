#!/bin/sh
# One layer of the engine as a package of its own, with those below it as another beside it, so that a change of a
# line compiles in seconds: for `cargo mutants`, as CONTRIBUTING.md has it.
#
#     sh tests/support/layer.sh annotation /tmp/layer
#
# For text, analysis, annotation, exchange and storage: the lexicon is built by the script that looks into it.
set -eu
layer=$1 folder=$2
root=$(cd "$(dirname "$0")/../.." && pwd)

below=order
for name in text lexicon analysis annotation exchange storage; do
    [ "$name" = "$layer" ] && break
    below="$below $name"
done

mkdir -p "$folder/src" "$folder/tests" "$folder/below/src"
cd "$root"
echo '//! The layers below.' > "$folder/below/src/lib.rs"
echo '//! One layer.' > "$folder/src/lib.rs"
for name in $below; do
    cp -r src/"$name"* "$folder/below/src/"
    echo "pub mod $name;" >> "$folder/below/src/lib.rs"
    echo "pub use below::$name;" >> "$folder/src/lib.rs"
done
echo "pub mod $layer;" >> "$folder/src/lib.rs"
cp -r "src/$layer" "$folder/src/"
# What a package keeps to itself another cannot see.
grep -rl 'pub(crate)' "$folder/below/src" | xargs -r sed -i 's/pub(crate)/pub/'
# The build script looks into these, and files are taken into the program from them.
mkdir -p "$folder/below/src/analysis" "$folder/src/lexicon"
cp -r build assets schema "$folder/below/"
cp -r assets schema "$folder/"
cp -r tests/support "$folder/tests/"
cp -r src/lexicon/disputes "$folder/src/lexicon/"
case $layer in
    analysis) cp -r tests/articles tests/claims tests/names tests/articles.rs tests/claims.rs tests/names.rs tests/laws.rs "$folder/tests/" ;;
    exchange) cp tests/exchange.rs tests/exchange_formats.rs "$folder/tests/" ;;
    storage) cp -r tests/stored tests/keeping.rs "$folder/tests/" ;;
esac

# The packages that both use, as they stand in the manifest.
section() { sed -n "/^\[$1\]/,/^\[/p" Cargo.toml | grep ' = ' | grep -v 'optional = true' | grep -v criterion || true; }
package() { printf '[package]\nname = "%s"\nversion = "0.1.0"\nedition = "2024"\nbuild = %s\n\n' "$1" "$2"; }
# Below the tables of the lexicon there is nothing to build.
script='"build/main.rs"'
[ "$layer" = text ] && script=false
{
    package below "$script"
    echo '[dependencies]'; section dependencies
    echo '[build-dependencies]'; section build-dependencies
} > "$folder/below/Cargo.toml"
{
    printf '[workspace]\nmembers = ["below"]\n\n'
    package mawqif '"build.rs"'
    echo '[dependencies]'; section dependencies; echo 'below = { path = "below" }'
    echo '[dev-dependencies]'; section dev-dependencies
    printf '[profile.dev]\nopt-level = 1\n'
} > "$folder/Cargo.toml"
echo 'fn main() { println!("cargo::rustc-env=MAWQIF_ENGINE=0.1.0+0") }' > "$folder/build.rs"
cp Cargo.lock "$folder/"
