//! Workspaces of every kind, for laws that must hold of all.

use mawqif::analysis::{Act, Date, Dispute, EntityKind, Form, IssueId, PartyId, Value};
use mawqif::annotation::{
    Annotation, AnnotationId, Arrangement, Article, ClaimFields, Content, Decision, EntityFields, Judgement,
    Link, Question, Rating, ReadBy, Relation, Target, Timestamp, Verdict, Workspace,
};
use mawqif::text::{Document, Span};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const ACTS: [Act; 6] = [Act::Affirm, Act::Deny, Act::Condemn, Act::Demand, Act::Warn, Act::Promise];
const KINDS: [EntityKind; 5] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Date, EntityKind::Quantity];

/// Words with everything in them that formats have their own use for.
pub fn words() -> impl Strategy<Value = String> {
    let awkward = select(vec![
        "", "=1+1", "-1", "@x", "\t", "a,b", "\"", "سطر\nآخر", "</script>", "&amp;", "\u{202e}مخفي", "😀",
        "T1\t#", "\\", "'", "\u{feff}", "\r\n", "null",
    ])
    .prop_map(str::to_owned);
    prop_oneof![awkward, "\\PC{0,20}", "[ء-ي ]{0,20}"]
}

fn verdict() -> impl Strategy<Value = Verdict> {
    let rating = select(vec![Rating::Supported, Rating::Refuted, Rating::Unproven]);
    let source =
        select(vec!["https://example.org/a?b=1", "javascript:alert(1)", "ليس رابطاً"]).prop_map(str::to_owned);
    (rating, words(), vec(source, 0..3)).prop_map(|(rating, reasoning, sources)| Verdict {
        rating,
        reasoning,
        sources,
    })
}

fn link() -> impl Strategy<Value = Link> {
    let relation = select(vec![Relation::Supports, Relation::Contradicts, Relation::Repeats]);
    (relation, 0u8..8).prop_map(|(relation, id)| Link { relation, claim: name(id) })
}

fn name(id: u8) -> AnnotationId {
    AnnotationId(format!("urn:uuid:00000000-0000-4000-8000-{id:012}"))
}

fn claim() -> impl Strategy<Value = ClaimFields> {
    let form = select(vec![Form::Direct, Form::Indirect, Form::Mixed]);
    let side = option::of(select(vec!["washington", "baghdad", "طرف ثالث"]));
    let issue = option::of(select(vec!["withdrawal", "strikes"]));
    (
        (words(), words(), words()),
        select(&ACTS[..]),
        form,
        side,
        issue,
        option::of(verdict()),
        vec(link(), 0..3),
    )
        .prop_map(|((speaker, cue, via), act, form, side, issue, verdict, links)| ClaimFields {
            speaker,
            cue,
            act,
            form,
            side: side.map(|side| PartyId(side.to_owned())),
            issue: issue.map(|issue| IssueId(issue.to_owned())),
            via,
            verdict,
            links,
        })
}

fn content() -> impl Strategy<Value = Content> {
    let value = prop_oneof![
        (-1_000_000i32..1_000_000).prop_map(|n| Value::Number(f64::from(n) / 8.0)),
        Just(Value::Iso("2024-01-05".to_owned())),
    ];
    let entity =
        (select(&KINDS[..]), option::of(value)).prop_map(|(kind, value)| EntityFields { kind, value });
    prop_oneof![
        Just(Content::Note),
        Just(Content::Highlight),
        entity.prop_map(Content::Entity),
        claim().prop_map(Content::Claim),
    ]
}

/// Fields of other programs.
fn other() -> impl Strategy<Value = serde_json::Map<String, serde_json::Value>> {
    let one = select(vec![
        r#"{}"#,
        r#"{"creator": {"name": "x", "id": "https://example.org/x"}}"#,
        r#"{"__proto__": {"admin": true}, "constructor": [1, null, 2.5]}"#,
        r#"{"rights": "https://creativecommons.org/licenses/by/4.0/", "x:deep": {"a": {"b": ["ج"]}}}"#,
    ]);
    one.prop_map(|json| serde_json::from_str(json).unwrap())
}

prop_compose! {
    pub fn annotation()(
        id in 0u8..8,
        place in (0usize..2000, 1usize..300, 0usize..2000),
        content in content(),
        note in words(),
        tags in vec("[a-zأ-ي=][a-zأ-ي ]{0,8}", 0..3),
        modified in 0u8..4,
        decision in option::of(select(vec![Decision::Accepted, Decision::Corrected, Decision::Rejected])),
        other in other(),
    ) -> Annotation {
        let article = Article::seed();
        let document = Document::new(&article.text);
        let byte = |n| article.text.char_indices().nth(n).map_or(article.text.len(), |(byte, _)| byte);
        let target = |start: usize| Target::new(&document, Span::of(byte(start)..byte(start + place.1)));
        let judgement = decision.map(|decision| Judgement { decision, suggested: target(place.2) });
        Annotation {
            id: name(id),
            created: Timestamp("2024-01-09T08:00:00Z".into()),
            modified: Timestamp(["2024-01-09T08:00:00Z", "2024-01-09T08:00:00.5Z", "2024-01-09T08:00:01Z", ""]
                [usize::from(modified)].into()),
            target: target(place.0),
            judgement, content, note, tags, other,
        }
    }
}

fn moment() -> impl Strategy<Value = Timestamp> {
    select(vec!["2024-01-09T08:00:00Z", "2024-01-09T08:00:00.5Z", "2024-01-09T08:00:01Z"])
        .prop_map(|moment| Timestamp(moment.to_owned()))
}

fn arrangement() -> impl Strategy<Value = Arrangement> {
    let dispute = || ReadBy::Dispute(Box::new(Dispute::washington_baghdad()));
    let read_by = option::of(select(vec![ReadBy::Text, dispute()]));
    let question = (select(vec!["withdrawal", "made"]), words(), moment());
    (option::of((read_by, moment())), vec(question, 0..3)).prop_map(|(choice, questions)| {
        let mut arrangement = Arrangement::default();
        if let Some((Some(read_by), chosen)) = choice {
            arrangement.choose(read_by, chosen);
        }
        for (issue, question, modified) in questions {
            arrangement.word(Question { issue: IssueId(issue.to_owned()), question, modified });
        }
        arrangement
    })
}

/// The seed with annotations, and what is known of it corrected and arranged.
pub fn workspace() -> impl Strategy<Value = Workspace> {
    let day = option::of((1u8..=28).prop_map(|day| Date::new(2024, 1, day).unwrap()));
    (vec(annotation(), 0..8), words(), words(), day, arrangement()).prop_map(
        |(annotations, title, source, date, arrangement)| {
            let address = "https://example.org/خبر".to_owned();
            let article = Article { title, source, address, date, arrangement, ..Article::seed() };
            Workspace::new(article, annotations)
        },
    )
}
