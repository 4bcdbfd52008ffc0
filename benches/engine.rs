//! How fast the engine is: against one plain search for all words of the lexicon in the same text, from a
//! note to an archive in one file, and on texts made to hurt. `cargo xtask bench` runs this and makes the
//! table of ratios, all of one run.

#![allow(missing_docs, reason = "criterion's macros make functions without")]

mod support;

use aho_corasick::{AhoCorasick, MatchKind};
use cpu_time::ProcessTime;
use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use mawqif::analysis::{Dispute, analyze, analyze_again, find_entities};
use mawqif::lexicon;
use mawqif::text::Document;
use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

const KB: usize = 1000;
const MB: usize = 1000 * KB;

/// The time that the processor spent on it: another program beside this one does not count.
struct CpuTime;

impl Measurement for CpuTime {
    type Intermediate = ProcessTime;
    type Value = Duration;

    fn start(&self) -> ProcessTime {
        ProcessTime::now()
    }

    fn end(&self, start: ProcessTime) -> Duration {
        start.elapsed()
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, time: &Duration) -> f64 {
        time.as_nanos() as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

/// One search for all forms of the lexicon at once, the floor of what finding them can take, and all that
/// finding names, dates and quantities takes, from the text on.
fn entities(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("entities");
    let text = support::news(MB);
    let folded = Document::new(&text).tokens().folded().to_owned();
    let mut forms = BTreeSet::new();
    lexicon::each_form(|form, _| {
        forms.insert(form.to_owned());
    });
    let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&forms);
    let Ok(search) = search else { return };
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("aho-corasick", |bencher| {
        bencher.iter(|| search.find_iter(black_box(&folded)).count());
    });
    for bytes in [10 * KB, MB] {
        let text = support::news(bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("whole", bytes), &text, |bencher, text| {
            bencher.iter(|| find_entities(&Document::new(black_box(text)), None).len());
        });
    }
    group.finish();
}

/// All of the analysis, from the text on, at growing lengths.
fn analysis(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("analysis");
    group.sampling_mode(SamplingMode::Flat);
    for bytes in [KB, 10 * KB, 100 * KB, MB, 10 * MB] {
        let text = support::news(bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("news", bytes), &text, |bencher, text| {
            bencher.iter(|| analyze(&Document::new(black_box(text)), None, None).claims.len());
        });
    }
    group.finish();
}

/// What another dispute or date costs a text that was read before, the text's own offsets not counted.
fn again(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("again");
    let text = support::news(MB);
    let document = Document::new(&text);
    let dispute = Dispute::washington_baghdad();
    let before = analyze(&document, None, None);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sampling_mode(SamplingMode::Flat);
    group.bench_function("first", |bencher| {
        bencher.iter(|| analyze(black_box(&document), Some(&dispute), None).claims.len());
    });
    group.bench_function("again", |bencher| {
        bencher.iter(|| analyze_again(black_box(&document), Some(&dispute), None, &before).claims.len());
    });
    group.finish();
}

/// Texts that no newspaper prints: whatever takes more than linear time shows here.
fn hostile(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("hostile");
    group.sampling_mode(SamplingMode::Flat);
    let texts = [
        ("one letter", "ا"),
        ("one word", "قال "),
        ("quotation marks", "«"),
        ("marks without letters", "\u{64b}"),
        ("NULs", "\0"),
        ("numbers", "و3 "),
        ("one name", "محمد "),
        ("parentheses behind colons", "قال فلان: ("),
    ];
    for (name, piece) in texts {
        let text = piece.repeat(5 * MB / piece.len());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new(name, text.len()), &text, |bencher, text| {
            bencher.iter(|| analyze(&Document::new(black_box(text)), None, None).claims.len());
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .with_measurement(CpuTime)
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .without_plots();
    targets = entities, analysis, again, hostile
}
criterion_main!(benches);
