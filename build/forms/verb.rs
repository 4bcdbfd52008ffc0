//! Reporting verbs: past and present in the persons that news uses, participle and masdar.
//!
//! A row gives past (نفى), present (ينفي), participle (نافي) and masdar (نفي); `-` where there is none. A
//! form's number is a bit set: 1 feminine, 2 plural or dual, 4 present, 8 first person, 16 with an object
//! pronoun, 32 participle, 64 masdar.

use super::Form;

const FEMININE: u16 = 1;
const PLURAL: u16 = 2;
const PRESENT: u16 = 4;
const FIRST: u16 = 8;
const OBJECT: u16 = 16;
const PARTICIPLE: u16 = 32;
const MASDAR: u16 = 64;

/// Pronouns joined to a verb as its object, or to a masdar as whose it is.
const PRONOUNS: [&str; 4] = ["ه", "ها", "هم", "هما"];

/// All forms of a verb whose fields are present, participle and masdar.
pub fn forms(past: &str, fields: &[&str]) -> Result<Vec<Form>, String> {
    let &[present, participle, masdar, ..] = fields else {
        return Err("a verb needs present, participle and masdar".into());
    };
    let mut found = Vec::new();
    // نفى → نفت، نفوا, before a pronoun نفاه; دعا → دعت، دعوا.
    let stem = past.strip_suffix('ى').or_else(|| past.strip_suffix('ا')).unwrap_or(past);
    let long = if stem == past { past.to_owned() } else { format!("{stem}ا") };
    found.push((past.to_owned(), 0));
    found.push((format!("{stem}ت"), FEMININE));
    found.push((format!("{stem}وا"), PLURAL));
    found.push((format!("{stem}تا"), FEMININE | PLURAL));
    found.push((format!("{long}ا"), PLURAL));
    for pronoun in PRONOUNS {
        found.push((format!("{long}{pronoun}"), OBJECT));
        found.push((format!("{stem}ت{pronoun}"), FEMININE | OBJECT));
    }
    let rest = present.strip_prefix('ي').ok_or("the present does not begin with ‹ي›")?;
    let short = rest.strip_suffix(['ي', 'ى', 'و']).unwrap_or(rest);
    for (prefix, form) in [("ي", 0), ("ت", FEMININE), ("ن", FIRST | PLURAL), ("أ", FIRST)] {
        found.push((format!("{prefix}{rest}"), form | PRESENT));
        for pronoun in PRONOUNS {
            found.push((format!("{prefix}{rest}{pronoun}"), form | PRESENT | OBJECT));
        }
    }
    found.push((format!("ي{short}ون"), PLURAL | PRESENT));
    found.push((format!("ي{short}ان"), PLURAL | PRESENT));
    if participle != "-" {
        let base = participle.strip_suffix('ي').unwrap_or(participle);
        found.push((format!("{participle}ا"), PARTICIPLE));
        found.push((format!("{participle}ة"), PARTICIPLE | FEMININE));
        found.push((format!("{base}ين"), PARTICIPLE | PLURAL));
    }
    if masdar != "-" {
        found.push((masdar.to_owned(), MASDAR));
        let joined = masdar.strip_suffix('ة').map_or_else(|| masdar.to_owned(), |m| format!("{m}ت"));
        for pronoun in PRONOUNS {
            let form = if pronoun == "ها" { FEMININE } else { 0 };
            found.push((format!("{joined}{pronoun}"), MASDAR | OBJECT | form));
        }
    }
    Ok(found)
}
