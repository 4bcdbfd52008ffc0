//! Presentation forms: characters that are a letter in one of its shapes, or several letters in one.
//!
//! Old files and what is copied from PDF hold them: `ﻣﺤﻤﺪ` is `محمد`, `ﻻ` is `لا`, `ﷲ` is `الله`. The
//! build script compiles the lexicon with this same file, so it uses nothing but `std`.

use std::sync::LazyLock;

/// The letters that a presentation form stands for; empty for any other character.
pub fn letters_of(form: char) -> &'static str {
    static LETTERS: LazyLock<Vec<&str>> = LazyLock::new(table);
    // Nearly all characters stand before: they need no table.
    let Some(index) = (form as u32).checked_sub(FIRST) else { return "" };
    LETTERS.get(index as usize).copied().unwrap_or("")
}

/// The first character of the first block.
const FIRST: u32 = 0xfb50;

/// The blocks of U+FB50 to U+FDFF and U+FE70 to U+FEFF: the first character, then the letters of each
/// character in turn, with a number where so many in a row have the same. `-` are none, `_` is a space.
/// From the decompositions of the Unicode Character Database, without the marks on letters.
const BLOCKS: [(u32, &str); 5] = [
    // Letters of Persian, Urdu and other languages.
    (
        0xfb50,
        "ٱ2 ٻ4 پ4 ڀ4 ٺ4 ٿ4 ٹ4 ڤ4 ڦ4 ڄ4 ڃ4 چ4 ڇ4 ڍ2 ڌ2 ڎ2 ڈ2 ژ2 ڑ2 ک4 گ4 ڳ4 ڱ4 ں2 ڻ4 ۀ2 ہ4 ھ4 ے2 ۓ2 -33 \
         ڭ4 ۇ2 ۆ2 ۈ2 ۇ ۋ2 ۅ2 ۉ2 ې4 ى2 ئا2 ئە2 ئو2 ئۇ2 ئۆ2 ئۈ2 ئې3 ئى3 ی4",
    ),
    // Ligatures of two letters.
    (
        0xfc00,
        "ئج ئح ئم ئى ئي بج بح بخ بم بى بي تج تح تخ تم تى تي ثج ثم ثى ثي جح جم حج حم خج خح خم سج سح سخ سم \
         صح صم ضج ضح ضخ ضم طح طم ظم عج عم غج غم فج فح فخ فم فى في قح قم قى قي كا كج كح كخ كل كم كى كي لج \
         لح لخ لم لى لي مج مح مخ مم مى مي نج نح نخ نم نى ني هج هم هى هي يج يح يخ يم يى يي ذ ر ى -6 ئر ئز \
         ئم ئن ئى ئي بر بز بم بن بى بي تر تز تم تن تى تي ثر ثز ثم ثن ثى ثي فى في قى قي كا كل كم كى كي لم \
         لى لي ما مم نر نز نم نن نى ني ى ير يز يم ين يى يي ئج ئح ئخ ئم ئه بج بح بخ بم به تج تح تخ تم ته \
         ثم جح جم حج حم خج خم سج سح سخ سم صح صخ صم ضج ضح ضخ ضم طح ظم عج عم غج غم فج فح فخ فم قح قم كج كح \
         كخ كل كم لج لح لخ لم له مج مح مخ مم نج نح نخ نم نه هج هم ه يج يح يخ يم يه ئم ئه بم به تم ته ثم \
         ثه سم سه شم شه كل كم لم نم نه يم يه -3 طى طي عى عي غى غي سى سي شى شي حى حي جى جي خى خي صى صي ضى \
         ضي شج شح شخ شم شر سر صر ضر طى طي عى عي غى غي سى سي شى شي حى حي جى جي خى خي صى صي ضى ضي شج شح شخ \
         شم شر سر صر ضر شج شح شخ شم سه شه طم سج سح سخ شج شح شخ طم ظم ا2",
    ),
    // Ligatures of three letters.
    (
        0xfd50,
        "تجم تحج2 تحم تخم تمج تمح تمخ جمح2 حمي حمى سحج سجح سجى سمح2 سمج سمم2 صحح2 صمم شحم2 شجي شمخ2 شمم2 \
         ضحى ضخم2 طمح2 طمم طمي عجم عمم2 عمى غمم غمي غمى فخم2 قمح قمم لحم لحي لحى لجج2 لخم2 لمح2 محج محم \
         محي مجح مجم مخج مخم -2 مجخ همج همم نحم نحى نجم2 نجى نمي نمى يمم2 بخي تجي تجى تخي تخى تمي تمى \
         جمي جحى جمى سخى صحي شحي ضحي لجي لمي يحي يجي يمي ممي قمي نحي قمح لحم عمي كمي نجح مخي لجم كمم لجم \
         نجح جحي حجي مجي فمي بحي كمم عجم صمم سخي نجي",
    ),
    // Words.
    (0xfdf0, "صلے قلے الله اكبر محمد صلعم رسول عليه وسلم صلى صلى_الله_عليه_وسلم جل_جلاله ریال"),
    // The letters of Arabic, and lam with alef.
    (
        0xfe80,
        "ء آ2 أ2 ؤ2 إ2 ئ4 ا2 ب4 ة2 ت4 ث4 ج4 ح4 خ4 د2 ذ2 ر2 ز2 س4 ش4 ص4 ض4 ط4 ظ4 ع4 غ4 ف4 ق4 ك4 ل4 م4 ن4 \
         ه4 و2 ى2 ي4 لآ2 لأ2 لإ2 لا2",
    ),
];

/// The letters of each character from [`FIRST`] on.
fn table() -> Vec<&'static str> {
    let mut table: Vec<&str> = Vec::new();
    for (first, words) in BLOCKS {
        table.resize((first - FIRST) as usize, "");
        for word in words.split_ascii_whitespace() {
            let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
            let times = word.get(letters.len()..).and_then(|times| times.parse().ok()).unwrap_or(1);
            let letters = match letters {
                "-" => "",
                "صلى_الله_عليه_وسلم" => "صلى الله عليه وسلم",
                "جل_جلاله" => "جل جلاله",
                letters => letters,
            };
            table.extend(std::iter::repeat_n(letters, times));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_come_to_their_letters() {
        for (form, letters) in [
            ('ﻣ', "م"),
            ('ﻻ', "لا"),
            ('ﻷ', "لأ"),
            ('ﷲ', "الله"),
            ('ﷺ', "صلى الله عليه وسلم"),
            ('ﭘ', "پ"),
            ('ﯽ', "ی"),
            ('ﰲ', "في"),
            ('ﶂ', "لحى"),
            ('\u{fefc}', "لا"),
            ('ب', ""),
            ('\u{fefd}', ""),
            ('\u{feff}', ""),
        ] {
            assert_eq!(letters_of(form), letters, "{form}");
        }
    }
}
