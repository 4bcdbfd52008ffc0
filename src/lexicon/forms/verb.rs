//! Reporting verbs: past and present in the persons that news uses, participle and masdar.
//!
//! A row gives past (نفى), present (ينفي), participle (نافي) and masdar (نفي), its plural
//! behind `|`; `-` where there is none. A
//! form's number is a bit set: 1 feminine, 2 plural or dual, 4 present, 8 first person, 16 with an object
//! pronoun, 32 participle, 64 masdar.

use super::Take;

const FEMININE: u8 = 1;
const PLURAL: u8 = 2;
const PRESENT: u8 = 4;
const FIRST: u8 = 8;
const OBJECT: u8 = 16;
const PARTICIPLE: u8 = 32;
const MASDAR: u8 = 64;

/// Pronouns joined to a verb as its object, or to a masdar as whose it is.
const PRONOUNS: [&str; 5] = ["ه", "ها", "هم", "هما", "هن"];

/// All forms of a verb whose fields are present, participle and masdar.
///
/// # Errors
/// A field is missing, or the present does not begin with ‹ي›.
pub fn forms(past: &str, fields: &str, take: &mut Take) -> Result<(), &'static str> {
    let mut fields = fields.split('\t');
    let (Some(present), Some(participle), Some(masdar)) = (fields.next(), fields.next(), fields.next())
    else {
        return Err("a verb needs present, participle and masdar");
    };
    let rest = present.strip_prefix('ي').ok_or("the present does not begin with ‹ي›")?;
    in_past(past, take);
    in_present(rest, take);
    if participle != "-" {
        let base = participle.strip_suffix('ي').unwrap_or(participle);
        take([participle, "ا", ""], PARTICIPLE);
        take([participle, "ة", ""], PARTICIPLE | FEMININE);
        take([base, "ين", ""], PARTICIPLE | PLURAL);
    }
    // «اتهام», «اتهامات»
    for masdar in masdar.split('|').filter(|masdar| *masdar != "-") {
        take([masdar, "", ""], MASDAR);
        let (base, joint) = masdar.strip_suffix('ة').map_or((masdar, ""), |base| (base, "ت"));
        // «رفضهن»: it tells of no speaker of whom it could be.
        for pronoun in PRONOUNS.into_iter().filter(|pronoun| *pronoun != "هن") {
            let form = if pronoun == "ها" { FEMININE } else { 0 };
            take([base, joint, pronoun], MASDAR | OBJECT | form);
            // «ادعاء», «بادعائها»
            if let Some(base) = base.strip_suffix('ء') {
                take([base, "ئ", pronoun], MASDAR | OBJECT | form);
            }
        }
    }
    Ok(())
}

/// وصف → وصفت، وصفوا، وصفوه; نفى → نفت، نفوا, before a pronoun نفاه، نفوه; دعا → دعت، دعوا.
fn in_past(past: &str, take: &mut Take) {
    let stem = past.strip_suffix(['ى', 'ا']).unwrap_or(past);
    let joint = if stem == past { "" } else { "ا" };
    take([past, "", ""], 0);
    take([stem, "ت", ""], FEMININE);
    take([stem, "وا", ""], PLURAL);
    take([stem, "تا", ""], FEMININE | PLURAL);
    take([stem, joint, "ا"], PLURAL);
    // أكد → أكدن، أضاف → أضفن; «رأين» and «عدن» are written as names are.
    let hollow = past.char_indices().nth_back(1).filter(|(_, letter)| *letter == 'ا');
    let (before, after) = hollow.map_or((past, ""), |(at, _)| (&past[..at], &past[at + 'ا'.len_utf8()..]));
    let least = if past == "قال" { 2 } else { 3 };
    if stem == past && before.chars().chain(after.chars()).count() >= least {
        take([before, after, "ن"], FEMININE | PLURAL);
        for pronoun in PRONOUNS {
            take([&[before, after].concat(), "ن", pronoun], FEMININE | PLURAL | OBJECT);
        }
    }
    for pronoun in PRONOUNS {
        take([stem, joint, pronoun], OBJECT);
        take([stem, "ت", pronoun], FEMININE | OBJECT);
        // «دعوه» is written as «دعوة» is.
        if !past.ends_with('ا') {
            take([stem, "و", pronoun], PLURAL | OBJECT);
        }
    }
}

/// The present without its ‹ي›: نفي → ينفي، تنفي، ينفيه، ينفون، ينفونه.
fn in_present(rest: &str, take: &mut Take) {
    let short = rest.strip_suffix(['ي', 'ى', 'و']).unwrap_or(rest);
    for (prefix, form) in [("ي", 0), ("ت", FEMININE), ("ن", FIRST | PLURAL), ("أ", FIRST)] {
        take([prefix, rest, ""], form | PRESENT);
        for pronoun in PRONOUNS {
            take([prefix, rest, pronoun], form | PRESENT | OBJECT);
        }
    }
    // يتهم → يتهمن; what is shorter or weak is another word.
    if short == rest
        && rest.chars().count() >= 3
        && !rest.chars().rev().nth(1).is_some_and(|letter| "اوي".contains(letter))
    {
        take(["ي", rest, "ن"], FEMININE | PLURAL | PRESENT);
    }
    take(["ي", short, "ون"], PLURAL | PRESENT);
    for pronoun in ["ونه", "ونها", "ونهم", "ونهما"] {
        take(["ي", short, pronoun], PLURAL | PRESENT | OBJECT);
    }
    take(["ي", short, "ان"], PLURAL | PRESENT);
}
