use mawqif::analysis::*;
use mawqif::text::Document;
fn main() {
    for f in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&f).unwrap();
        let d = Document::new(t.trim_end_matches('\n'));
        let a = analyze(&d, None, None);
        println!("parties {:?}", a.parties.iter().map(|p| (&p.id.0, &p.name)).collect::<Vec<_>>());
        for e in &a.entities {
            println!(
                "   E {:?} {} side={:?} ref={} {:?}",
                e.kind,
                d.slice(e.span),
                e.side.as_ref().map(|s| &s.0),
                e.referent,
                e.country
            );
        }
        for c in &a.claims {
            println!(
                "C [{}] {:?} {:?} «{}» side={:?}",
                c.cue.text,
                c.act,
                c.speaker.as_ref().map(|s| &s.text),
                d.slice(c.span),
                c.side.as_ref().map(|s| &s.0)
            );
            for e in &c.evidence {
                println!("      {} {:?}", e.rule, e.words);
            }
        }
        for c in &a.contests {
            println!("CONTEST {:?}", c);
        }
    }
}
