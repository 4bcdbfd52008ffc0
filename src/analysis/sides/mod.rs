//! Which party speakers and names stand for.
//!
//! From the words of a phrase ([`stand`], [`names`]) over the text's own names ([`ground`]) and what stands
//! round them ([`context`]) to speakers ([`speakers`]): what can tell whom one stands for is asked in turn
//! ([`resolve`]), by offices ([`offices`]), by what the text said before ([`memory`]), else for themselves ([`own`]);
//! what only the whole dispute tells comes last ([`coalition`], [`abroad`], [`home`], [`members`], [`trial`]). The
//! parties are made of those found ([`parties`]). Who reports for the press, sees as a witness or speaks as an expert
//! stands for nobody: a wrong side is worse than none.

mod abroad;
mod coalition;
mod context;
mod ground;
mod home;
mod members;
mod memory;
mod names;
mod offices;
mod own;
mod parties;
mod resolve;
mod speakers;
mod stand;
mod trial;

use super::steps::pause;
use super::{Claim, Dispute, Entity, EntityKind, Party, Reading};
use crate::order::{sort, sort_by_key};
use crate::text::bare;
use abroad::Abroad;
use coalition::{COALITION, Coalition};
use ground::Ground;
use names::Names;
use speakers::Speakers;
pub use stand::{Kinds, is_bureau, is_camp, is_deputy, is_other_speaker, is_trade, kinds, place as state_at};
use stand::{Stand, Standing};
use std::collections::BTreeMap;

/// Gives claims and entities their sides, and gives back the parties.
///
/// With a dispute there are its parties and no others. Without one they are those who speak in the text,
/// the most heard first; where the built-in dispute's two speak, its names for them are used.
pub async fn assign(
    reading: &Reading<'_>,
    dispute: Option<&Dispute>,
    entities: &mut [Entity],
    claims: &mut [Claim],
) -> Vec<Party> {
    let snapshot = entities.to_vec();
    let known = match dispute {
        Some(dispute) => Stands::find(reading, Some(dispute), &snapshot, claims).await,
        None => {
            let found = Stands::find(reading, None, &snapshot, claims).await;
            pause().await;
            if is_of_the_built_in(&found.claims) {
                let built_in = Dispute::washington_baghdad();
                Stands::find(reading, Some(&built_in), &snapshot, claims).await.named(built_in)
            } else {
                found
            }
        }
    };
    parties::make(reading, dispute, known, entities, claims)
}

/// Whether Washington and Baghdad both speak, and no other country more than either: Iraq and Kuwait have a dispute of
/// their own, whatever Washington says of it.
fn is_of_the_built_in(claims: &[Option<Standing>]) -> bool {
    let heard = heard(claims);
    let times = |code| heard.get(&Stand::Country(code)).copied().unwrap_or(0);
    let least = times("US").min(times("IQ"));
    let less = |(stand, times): (&Stand, &usize)| match stand {
        Stand::Country("US" | "IQ") => true,
        Stand::Country(_) => *times <= least,
        _ => true,
    };
    least > 0 && heard.iter().all(less)
}

/// What every claim's speaker and every entity stands for.
struct Stands {
    claims: Vec<Option<Standing>>,
    entities: Vec<Option<Standing>>,
    groups: Vec<(u32, String)>,
    built_in: Option<Dispute>,
}

impl Stands {
    async fn find(
        reading: &Reading<'_>,
        dispute: Option<&Dispute>,
        entities: &[Entity],
        claims: &[Claim],
    ) -> Self {
        let names = dispute.map(Names::new).unwrap_or_default();
        let ground = Ground::new(reading, entities, names);
        pause().await;
        let mut speakers = Speakers::new(&ground);
        pause().await;
        let mut order: Vec<usize> = (0..claims.len()).collect();
        sort_by_key(&mut order, |index| claims.get(*index).map(|claim| (claim.span.start, claim.span.end)));
        let mut stands = vec![None; claims.len()];
        // Twice: the title may call by his name alone whom the text introduces.
        for index in order.iter().chain(&order) {
            if let (Some(claim), Some(slot @ None)) = (claims.get(*index), stands.get_mut(*index)) {
                *slot = speakers.side(claim);
            }
        }
        let abroad = Abroad::find(&ground, &stands);
        if let Some(abroad) = &abroad {
            abroad.accuse(&ground, claims, &mut stands);
        }
        speakers.remaining(claims, &order, &mut stands);
        speakers.on_their_own(claims, &mut stands);
        let governing = dispute.is_none().then(|| home::governing(&ground));
        if let Some(governing) = &governing {
            for slot in stands.iter_mut().flatten() {
                if let Some(state) = governing(slot) {
                    *slot = state;
                }
            }
            home::divide(&ground, claims, &mut stands);
            members::set_apart(&speakers, claims, &mut stands);
            trial::divide(&speakers, claims, &mut stands);
        }
        pause().await;
        let coalition = Coalition::find(&ground, claims).filter(|_| dispute.is_none());
        let of_entities = entities.iter().enumerate().map(|(index, entity)| {
            let found = match entity.kind {
                EntityKind::Person => speakers.person(entity.referent),
                EntityKind::Place if ground.is_where(entity) => None,
                _ => ground.stand_of(index),
            }?;
            let abroad = || abroad.as_ref().and_then(|abroad| abroad.instead(&ground, found));
            let coalition = coalition.as_ref().and_then(|coalition| coalition.instead(found));
            let governing = || governing.as_ref().and_then(|governing| governing(found));
            coalition.or_else(abroad).or_else(governing).or_else(|| Some(found.clone()))
        });
        let of_entities = of_entities.collect();
        if let Some(abroad) = &abroad {
            for slot in stands.iter_mut().flatten() {
                if let Some(state) = abroad.instead(&ground, slot) {
                    *slot = state;
                }
            }
        }
        join_opposition(&ground, &mut stands);
        one_opposition(&mut stands);
        join_unions(&ground, &mut stands);
        drop_bystanders(&ground, &mut stands);
        if let Some(coalition) = &coalition {
            for (claim, slot) in claims.iter().zip(&mut stands) {
                *slot = coalition.speaks(&ground, claim, slot.as_ref()).or(slot.take());
            }
        }
        for (claim, slot) in claims.iter().zip(&mut stands) {
            let state = slot.as_ref().is_some_and(|it| matches!(it.stand, Stand::Country(_)));
            if state && dispute.is_none() && speakers.are_several(claim) {
                *slot = None;
            }
        }
        let groups =
            stands.iter().flatten().filter_map(|standing: &Standing| match (standing.stand, &coalition) {
                (Stand::Group(COALITION), Some(coalition)) => Some((COALITION, coalition.name.clone())),
                (Stand::Group(group), _) => Some((group, ground.group_name(group)?.to_owned())),
                _ => None,
            });
        let groups = groups.collect();
        Stands { claims: stands, entities: of_entities, groups, built_in: None }
    }

    fn named(self, built_in: Dispute) -> Self {
        Stands { built_in: Some(built_in), ..self }
    }
}

/// «أنصار المعارضة», «متظاهرو المعارضة», and then «المحتجون»: they are hers.
fn join_opposition(ground: &Ground, stands: &mut [Option<Standing>]) {
    let reading = ground.reading;
    let opposed = |at: usize| {
        let follows = matches!(bare(reading.stem(at)), "انصار" | "متظاهرو" | "متظاهري" | "محتجو" | "محتجي");
        follows && matches!(reading.stem(at + 1), "المعارضه" | "للمعارضه")
    };
    let mut heard = stands.iter().flatten().map(|standing| standing.stand);
    let Some(opposition) = heard.find(|stand| matches!(stand, Stand::Opposition(_))) else { return };
    if !(0..reading.len()).any(opposed) {
        return;
    }
    for slot in stands.iter_mut().flatten() {
        let protest = |token: u32| {
            let people = bare(reading.stem(token as usize));
            matches!(people, "محتجون" | "محتجين" | "متظاهرون" | "متظاهرين")
        };
        if let Stand::Camp(token) = slot.stand
            && protest(token)
        {
            *slot = slot.instead(opposition, "side-opposition");
        }
    }
}

/// «ست نقابات», and then «النقابة الوطنية لعمال التربية»: she is one of them.
fn join_unions(ground: &Ground, stands: &mut [Option<Standing>]) {
    let several = |token: u32| bare(ground.reading.stem(token as usize)) == "نقابات";
    let mut heard = stands.iter().flatten().map(|standing| standing.stand);
    let Some(unions) = heard.find(|stand| matches!(stand, Stand::Camp(token) if several(*token))) else {
        return;
    };
    for slot in stands.iter_mut().flatten() {
        if let Stand::Group(group) = slot.stand
            && ground.head_of_group(group) == Some("نقابه")
        {
            *slot = slot.instead(unions, slot.evidence.rule);
        }
    }
}

/// «المرشح المعارض» is of the opposition of whose country the text tells once.
fn one_opposition(stands: &mut [Option<Standing>]) {
    let told = |stand: &Stand| matches!(stand, Stand::Opposition(code) if !code.is_empty());
    let mut known: Vec<Stand> = stands.iter().flatten().map(|standing| standing.stand).filter(told).collect();
    sort(&mut known);
    known.dedup();
    let [one] = known[..] else { return };
    for slot in stands.iter_mut().flatten().filter(|slot| slot.stand == Stand::Opposition("")) {
        *slot = slot.instead(one, slot.evidence.rule);
    }
}

/// Takes their side from bodies that speak once about what others dispute: «منظمة العفو الدولية», «اللجنة الوطنية لحقوق
/// الإنسان».
fn drop_bystanders(ground: &Ground, stands: &mut [Option<Standing>]) {
    let heard = heard(stands);
    let observes = |stand: &Stand| matches!(stand, Stand::Body(id) if id.starts_with("**"));
    let others = heard.iter().filter(|(stand, times)| **times > 1 && !observes(stand)).count();
    let once = |standing: &Standing| heard.get(&standing.stand) == Some(&1);
    let bystander = |standing: &Standing| match standing.stand {
        // «المرصد السوري», which only counts where two others speak.
        Stand::Body(id) if id.starts_with("**") && others > 1 => true,
        Stand::Body(id) => once(standing) && id.starts_with('*'),
        Stand::Group(group) => once(standing) && ground.group_name(group).is_some_and(ground::is_of_rights),
        _ => false,
    };
    for slot in stands {
        if slot.as_ref().is_some_and(bystander) {
            *slot = None;
        }
    }
}

/// How many claims are made for whom.
fn heard(stands: &[Option<Standing>]) -> BTreeMap<Stand, usize> {
    let mut heard = BTreeMap::new();
    for standing in stands.iter().flatten() {
        *heard.entry(standing.stand).or_default() += 1;
    }
    heard
}

/// The state that speaks, where it is the only one.
fn only_state(heard: &BTreeMap<Stand, usize>) -> Option<Stand> {
    let mut states = heard.keys().filter(|stand| matches!(stand, Stand::Country(_)));
    states.next().filter(|_| states.next().is_none()).copied()
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::text::Document;

    /// The side of each claim, by its party's name; `-` for none.
    #[track_caller]
    fn check(text: &str, sides: &[&str]) {
        let analysis = analyze(&Document::new(text), None, None);
        let name = |claim: &crate::analysis::Claim| {
            let party = analysis.parties.iter().find(|party| Some(&party.id) == claim.side.as_ref());
            party.map_or("-".to_owned(), |party| party.name.clone())
        };
        assert_eq!(analysis.claims.iter().map(name).collect::<Vec<_>>(), sides, "{text}");
    }

    #[test]
    fn amman_is_no_oman() {
        check("وقالت عمّان إن دمشق مسؤولة. ونفت سوريا ذلك.", &["الأردن", "سوريا"]);
        check("وقالت عمان إن دمشق مسؤولة. ونفت سوريا الاتهامات الأردنية.", &["الأردن", "سوريا"]);
        check("وقالت عمان إن مسقط ترحب. ونفت إيران ذلك.", &["عُمان", "إيران"]);
    }

    #[test]
    fn a_region_an_army_of_liberation_and_a_bureau_have_their_sides() {
        check(
            "وقالت ولاية بونتلاند الصومالية إنها علقت اعترافها بالحكومة. وقال مسؤول في الولاية إن الاتصالات مستمرة. \
             ونفت الحكومة الصومالية ذلك.",
            &["بونتلاند", "بونتلاند", "الصومال"],
        );
        check(
            "حمل جيش استقلال كاشين القوات الحكومية في ميانمار مسؤولية المجزرة. ونفى جيش ميانمار ذلك. وقال جيش \
             استقلال كاشين إن الهجوم مستمر.",
            &["جيش استقلال كاشين", "ميانمار", "جيش استقلال كاشين"],
        );
        check(
            "وأكدت وكالة الأمن البحري الباكستانية أنها احتجزت قاربا. وقالت الناطقة باسم الوكالة صائمة جعفري إن القارب \
             تجاهل الإنذارات. ونفت الهند ذلك.",
            &["باكستان", "باكستان", "الهند"],
        );
    }

    #[test]
    fn what_the_text_says_of_somebody_comes_before_what_is_known_of_him() {
        check(
            "أبو الغيط دافع عن موقف الخرطوم. وقال وزير الخارجية المصري أحمد أبو الغيط إن الاتفاق جيد.",
            &["مصر", "مصر"],
        );
    }

    #[test]
    fn the_short_name_behind_the_full_one_is_of_the_same_group() {
        check(
            "وأعلنت حركة المقاومة الفلسطينية حماس رفضها وقف المقاومة. وأكدت حماس أن موقفها ثابت. وقال الجيش الإسرائيلي إن الحرب مستمرة.",
            &["حماس", "حماس", "إسرائيل"],
        );
    }

    #[test]
    fn speakers_stand_for_those_whom_their_words_tell() {
        const CASES: &[(&str, &[&str])] = &[
            ("قال وزير الخارجية الروسي سيرغي لافروف إن الاتفاق باق.", &["روسيا"]),
            ("أعلنت مانيلا أن السفينة غادرت، ونفت بكين ذلك.", &["الفلبين", "الصين"]),
            ("قال المتحدث باسم حركة حماس إن الوفد وصل.", &["حماس"]),
            ("قال شهود عيان إن القصف استمر ساعات.", &["-"]),
            // Where a diplomat sits is not whom he stands for.
            ("قال مصدر دبلوماسي في أديس أبابا إن المحادثات توقفت.", &["-"]),
            ("قال دبلوماسيون أميركيون في أديس أبابا إن المحادثات توقفت.", &["الولايات المتحدة"]),
            ("ذكرت رويترز أن المحادثات توقفت.", &["-"]),
            ("قال خبير عسكري روسي إن الجبهة هادئة.", &["-"]),
            // Whom «ه» means.
            ("أفاد الجيش الروسي بأن الهجوم فشل. وأكد المتحدث باسمه أن المدينة آمنة.", &["روسيا", "روسيا"]),
            // The minister named last, though another's country is better known.
            (
                "قال وزير الخارجية المصري بدر عبد العاطي إن الحل قريب. ونقلت وكالة الأنباء الإثيوبية عن وزير \
                 المياه هابتامو إيتيفا قوله إن السد آمن. وأعلن الوزير أن العمل مستمر.",
                &["مصر", "إثيوبيا", "إثيوبيا"],
            ),
            // By the first part of a name whose rest came before.
            (
                "قال سفير الصين وانغ غوانغيا إن بلاده تعارض التوقيت. وأكد وانغ أن القرار خاطئ.",
                &["الصين", "الصين"],
            ),
            // A movement of a country is not its government.
            (
                "أعلن حزب الليكود أن الحكومة باقية. وقالت وزارة الدفاع الإسرائيلية إن الحدود هادئة.",
                &["حزب الليكود", "إسرائيل"],
            ),
            // A presidency without a country is that of the country from which the report is.
            ("القاهرة (د ب أ) - قال المتحدث باسم الرئاسة إن الحل قريب.", &["مصر"]),
            // A group that only its noun names, and whoever speaks for it.
            (
                "يضرب أعضاء نقابة عمال المصنع منذ أيام. ورفضت النقابة العرض. وقال محامي النقابة إن الشكوى جاهزة. \
                 ورأت الشركة أن المطالب مبالغ فيها.",
                &["نقابة عمال المصنع", "نقابة عمال المصنع", "الشركة"],
            ),
            (
                "قالت وزارة الرياضة التونسية إن العقد ساري. وأكد مصدر في الوزارة أن الراتب دفع.",
                &["تونس", "تونس"],
            ),
            // His lawyer speaks for whom he speaks.
            (
                "قال المدرب مارك بريس إنه باق. وأوضح وكيل أعماله أن العقد واضح. ونفى محاميه أي خلاف.",
                &["مارك بريس", "مارك بريس", "مارك بريس"],
            ),
            // Clergy stand for their church.
            (
                "نددت الكنيسة الأرمنية بالحملة. ورفض الكاثوليكوس الدعوة. واتهمت الحكومة الأرمنية الكنيسة بالتدخل.",
                &["الكنيسة الأرمنية", "الكنيسة الأرمنية", "أرمينيا"],
            ),
            // Countries that speak as one.
            (
                "أعلنت السعودية والإمارات والبحرين ومصر قطع العلاقات. وقالت الدول الأربع إن القرار نهائي. ونفت \
                 الدوحة الاتهامات. وقال وزير الخارجية السعودي عادل الجبير إن المطالب واضحة.",
                &["الدول الأربع", "الدول الأربع", "قطر", "الدول الأربع"],
            ),
            // A spokeswoman of a company that only its noun names.
            (
                "قالت الشركة إن الإضراب غير قانوني. وأكدت المتحدثة باسم الشركة لويزا فيريرا أن الحوار مستمر. وقالت \
                 فيريرا إن الرحلات ستعود. وردت النقابة بأن الأجور متدنية.",
                &["الشركة", "الشركة", "الشركة", "النقابة"],
            ),
            // Who speaks for her, and is named by the way.
            (
                "نفت الحكومة على لسان الناطق الرسمي باسمها نصر الدين النصيبي تراجعها عن الاتفاق. واعتبر النصيبي أن \
                 الإضراب غير مبرر. وردت النقابة بأن الأجور متدنية.",
                &["الحكومة", "الحكومة", "النقابة"],
            ),
            (
                "وبحسب فيليكس حداد، وهو متحدث باسم الجيش الأوغندي، فإن الدبابات لم تعبر الخط. وقالت جوبا إنها عبرت.",
                &["أوغندا", "جنوب السودان"],
            ),
            (
                "قال الجيش الأوغندي إن قوة توغلت. لكن جوبا قدمت رواية أخرى، إذ أكد المتحدث العسكري اللواء سامي حداد أن \
                 الجنود الأوغنديين هم من أطلقوا النار.",
                &["أوغندا", "جنوب السودان"],
            ),
            // Members of parliament against their government; one of them alone is himself.
            (
                "طالب نواب أردنيون بطرح الثقة بوزير المياه، متهمين الوزارة بإخفاء العقد. وقال النائب صالح العرموطي إن \
                 العقد رهن. ونفى الوزير ذلك.",
                &["النواب", "النواب", "النواب", "الأردن"],
            ),
            // One of several unions.
            (
                "قالت ست نقابات مستقلة إن الوزارة تماطل. وأكدت النقابات أن الإضراب باق. وقال منسق النقابة الوطنية لعمال \
                 التربية سامي حداد إن القرار نهائي. ونفى الوزير أي تأخير.",
                &["النقابات", "النقابات", "النقابات", "الحكومة"],
            ),
            // Iraq and Kuwait have a dispute of their own, whatever Washington says of it.
            (
                "قالت الحكومة العراقية إن الاتفاقية باطلة. وأضافت أن القرار ملزم. وأكدت الكويت أن الاتفاقية نافذة. \
                 وشددت الكويت على أن الخط واضح. وحثت وزارة الخارجية الأميركية الطرفين على الحوار.",
                &["العراق", "العراق", "الكويت", "الكويت", "الولايات المتحدة"],
            ),
            // By the rank alone.
            (
                "قال المتحدث باسم الجيش اللبناني العقيد حسين غدار إن الوضع هادئ. ونفى العقيد وقوع أي اشتباك.",
                &["لبنان", "لبنان"],
            ),
            // «مديره» is the club's, «رئيسها» the league's.
            (
                "طالب نادي الزمالك باعتباره فائزا. وقال مديره الرياضي جون إدوارد إن الحكم غاب.",
                &["نادي الزمالك", "نادي الزمالك"],
            ),
            // An agency's office in a third country tells nothing.
            (
                "نيروبي (أ ف ب) - أعلنت بوروندي إغلاق حدودها. وقالت الحكومة الرواندية إن القرار مؤسف. وأكدت المتحدثة \
                 باسم الحكومة الرواندية إيفون ماكولو أن كيغالي لم تبلغ. وقالت بوروندي إن الحدود مغلقة.\n\
                 وحمل الرئيس إيفاريست ندايشيمي رواندا المسؤولية.",
                &["بوروندي", "رواندا", "رواندا", "بوروندي", "بوروندي"],
            ),
            // Where two states stand against each other, a trade body is its state's.
            (
                "قالت وزارة التجارة الصينية إن الرسوم عادلة. وأكدت بكين أن الرد سيأتي. وقالت الحكومة الكندية إن الرسوم \
                 ظالمة. وطالبت أوتاوا بالحوار. ورأى رئيس الاتحاد الكندي للمزارعين أن السوق كبيرة.",
                &["الصين", "الصين", "كندا", "كندا", "كندا"],
            ),
            // A name that no entity is, by the office behind which it stood before.
            (
                "قرر المجلس إعفاء محافظ البنك المركزي الليبي الصادق الورفلي. وقال الورفلي إن القرار باطل.",
                &["ليبيا"],
            ),
            // A region with a government of its own, which is called a region afterwards.
            (
                "رفضت حكومة إقليم كردستان القرار. وقال المتحدث باسم حكومة الإقليم سامي حداد إن العقود قانونية. وأكدت \
                 وزارة الثروات الطبيعية في حكومة إقليم كردستان أن النفط للجميع. ونفى مسؤول في وزارة النفط بالإقليم ذلك.",
                &["كردستان"; 4],
            ),
            // Whoever spoke last, by an office that says no more.
            (
                "قال المتحدث باسم حركة حماس سامي حداد إن الوفد وصل. وأضاف المسؤول ذاته أن المحادثات بدأت.",
                &["حماس", "حماس"],
            ),
            // «خارجيته»: his who spoke before; the secretary general is that of the league.
            (
                "قال الرئيس السنغالي باسيرو فاي إن غامبيا جارة. وأكد وزير خارجيته سامي حداد أن الحدود مفتوحة.",
                &["السنغال", "السنغال"],
            ),
            (
                "أعربت جامعة الدول العربية عن رفضها للاتفاق. وقال المتحدث باسم الأمين العام سامي حداد إنها تتابع.",
                &["جامعة الدول العربية", "جامعة الدول العربية"],
            ),
            // Whom somebody asks is not whom he speaks for.
            (
                "قال رئيس الوزراء الكمبودي هون مانيت إن بلاده صبرت. وطلب مانيت من مجلس الأمن عقد اجتماع.",
                &["كمبوديا", "كمبوديا"],
            ),
            // A committee of parliament is of the state; a union of clubs is no other union.
            (
                "بغداد (أ ف ب) - رفضت بغداد العرض. وقال عضو لجنة النفط النيابية سامي حداد إن العراق متضرر من وقف التصدير.",
                &["العراق", "العراق"],
            ),
            (
                "أعلن الاتحاد الأفريقي لكرة القدم إعادة المباراة. وأكد الاتحاد الأفريقي أن السلام قريب.",
                &["كاف", "الاتحاد الأفريقي"],
            ),
            // An association of those whom a country has is not the country.
            (
                "نفى مصرف لبنان ذلك. وقالت جمعية مصارف لبنان إن الدولة مسؤولة. وأكد وزير الداخلية اللبناني سامي حداد أن \
                 الأمن مستتب.",
                &["لبنان", "جمعية مصارف لبنان", "لبنان"],
            ),
            // People who stand up against somebody are no witnesses.
            (
                "اتهم سكان البلدة الشركة بتلويث النهر. وقال السكان إن الماء أسود. ونفت الشركة ذلك.",
                &["سكان البلدة", "سكان البلدة", "الشركة"],
            ),
            ("قال سكان إن الانفجار هز المدينة. ونفت كييف ذلك.", &["-", "أوكرانيا"]),
            // A given name is no word of a group's: «آمنة», «الأمنية».
            (
                "قالت أم الغائب، وتدعى آمنة سعيد، إن ابنها لم يتصل. وقال معهد الدراسات الأمنية إن الحدود مغلقة. ونفت نيروبي ذلك.",
                &["-", "معهد الدراسات الأمنية", "كينيا"],
            ),
            // One of a trade is of his fellows, by whatever form they are named.
            (
                "رفض المعلمون العرض. وطالبت ممثلة المعلمين بزيادة. وقالت المعلمة سلمى حداد إن الأجر متدن. ونفت الشركة ذلك.",
                &["المعلمون", "المعلمون", "المعلمون", "الشركة"],
            ),
            (
                "اعتبر وزير الخارجية المالي سامي حداد أن ما جرى عدوان. ونفت الجزائر ذلك. وقالت مالي إنها سترد.",
                &["مالي", "الجزائر", "مالي"],
            ),
            // A ministry that names no state, by whoever spoke before.
            (
                "قالت وزارة الدفاع الكويتية إن الحدود آمنة. ونفت بغداد ذلك. وأكدت الكويت أن الاتفاق ملزم.\n\
                 وقال وزير الخارجية سامي حداد إن الاتفاقية سارية.",
                &["الكويت", "العراق", "الكويت", "الكويت"],
            ),
            // The press to which somebody speaks is no party.
            (
                "قال النائب سامي حداد في تصريح لهسبريس إن القانون جائر. وأكد سامي حداد لهسبريس أنه باق.",
                &["سامي حداد", "سامي حداد"],
            ),
            // Who speaks for a union that only its noun names; «زعيمه» is not that of several parties.
            (
                "تضرب نقابة عمال الصلب منذ أيام. وقال ممثلون عن نقابة عمال الصلب إن الأجور متدنية. ورفضت الشركة ذلك.",
                &["نقابة عمال الصلب", "الشركة"],
            ),
            (
                "رفض حزب الشعب الجمهوري، أكبر أحزاب المعارضة، القرار. وقال زعيمه سامي حداد إن القضية سياسية.",
                &["حزب الشعب الجمهوري", "حزب الشعب الجمهوري"],
            ),
            // «التحالف» is no movement named before it; whoever speaks for it stands for it.
            (
                "اتهمت حركة الشباب التحالف بالقصف. ونفى التحالف العسكري ذلك. وقال المتحدث باسم قوات التحالف سامي حداد إن \
                 المدينة آمنة.",
                &["حركة الشباب", "التحالف العسكري", "التحالف العسكري"],
            ),
            // A paper that names no state writes of its own.
            (
                "أعلن حراك المعلمين استمرار الإضراب. وقال وزير التربية سامي حداد إن الإضراب مخالف. وأكدت الوزارة أن الدوام \
                 قائم.",
                &["حراك المعلمين", "الحكومة", "الحكومة"],
            ),
            // Organs of one state, where no other party speaks.
            (
                "أكد رئيس البرلمان الكيني سامي حداد أن الحل باطل. وقال حداد إن المجلس باق. ونفى الرئيس الكيني ذلك.",
                &["البرلمان", "البرلمان", "كينيا"],
            ),
            // A team is its federation's.
            (
                "رفض الاتحاد الكيني لكرة القدم القرار. وقال الاتحاد الكيني إن العقوبة ظالمة. واعتبر رئيس الوفد الكيني سامي \
                 حداد أن القرار سياسي.",
                &["الاتحاد الكيني لكرة القدم"; 3],
            ),
            // Counsel stands for whom he defends.
            (
                "قال المحامي سامي حداد، دفاع المتهم وليد فارس، إن موكله بريء. وأوضح حداد أن الأدلة ناقصة. وأضاف المحامي أن \
                 التهمة باطلة. وقالت النيابة العامة إن التحقيق كشف الأمر.",
                &["وليد فارس", "وليد فارس", "وليد فارس", "النيابة"],
            ),
            // Two states at once are no side; whom somebody accuses is not his office.
            ("تعهدت موسكو وكييف بوقف القصف. ونفت كييف ذلك.", &["-", "أوكرانيا"]),
            // A capital is its state's where the text names no other who sits there.
            ("نفت كيغالي التهمة. وقالت بروكسل إن سفيرها البلجيكي عاد.", &["رواندا", "بلجيكا"]),
            (
                "نفت بروكسل التهمة. وقال الاتحاد الأوروبي إن العقوبات باقية.",
                &["الاتحاد الأوروبي", "الاتحاد الأوروبي"],
            ),
            // «النقابة العامة» of one longer name; the head of a body by his nation alone.
            (
                "أكدت النقابة العامة للأطباء أن الإضراب ناجح. وانتقدت النقابة العامة الوزير.",
                &["النقابة العامة للأطباء", "النقابة العامة للأطباء"],
            ),
            (
                "قال رئيس هيئة ميناء مومباسا سامي حداد إن الميناء مفتوح. وأوضح المسؤول الكيني أن الرسوم ثابتة.",
                &["هيئة ميناء مومباسا", "هيئة ميناء مومباسا"],
            ),
            // Governors are of the state in which their place is, mayors between states; a ministry in a capital.
            (
                "قالت وزارة الدفاع في موسكو إن المصنع دمر. ونفت كييف ذلك. وقال حاكم منطقة فورونيج سامي حداد إن مدنيا قتل. وقال \
                 رئيس بلدية خاركيف وليد فارس إن القصف مستمر.",
                &["روسيا", "أوكرانيا", "روسيا", "أوكرانيا"],
            ),
            (
                "قالت المفوضية الأوروبية إن القواعد واضحة. وأكدت مفوضة المنافسة سناء حداد ذلك.",
                &["الاتحاد الأوروبي"; 2],
            ),
            ("قال المكتب الإعلامي الحكومي إن القصف مستمر. وأكدت وزارة الصحة في غزة ذلك.", &["حماس", "حماس"]),
            (
                "ينفي وزير العدل ذلك. وقال الناطق باسم الوزارة، العقيد سامي حداد، إن التوقيف قانوني. ونفى العقيد أي تجاوز.",
                &["الحكومة", "الحكومة", "الحكومة"],
            ),
            // «الحركة», «الوزارة»: whom the text named by another word, or before.
            (
                "أعلنت كتائب القسام الهجوم. وقالت الحركة إن الشروط واضحة. وقالت وزارة الداخلية في غزة إن الأمن مستتب. ونفى \
                 المتحدث باسم الوزارة سامي حداد التهمة.",
                &["حماس"; 4],
            ),
            // Families and rebels, and whoever speaks for them; a federation that is called a university.
            (
                "قالت عائلة الضحية إن الشرطة قصرت. وأكد محامي العائلة سامي حداد أن الأدلة واضحة. وقال المتحدث باسم المتمردين \
                 وليد فارس إن الجيش هاجم.",
                &["عائلة الضحية", "عائلة الضحية", "المتمردون"],
            ),
            (
                "قالت الجامعة الملكية المغربية لكرة القدم إن اللجنة مستقلة. ورفض نادي الوداد ذلك.",
                &["الجامعة الملكية المغربية لكرة القدم", "الوداد"],
            ),
            // A movement that governs.
            (
                "قالت إسلام أباد إن الحدود آمنة. ونفت حكومة طالبان ذلك. وأكدت وزارة الدفاع الأفغانية الهجوم.",
                &["باكستان", "أفغانستان", "أفغانستان"],
            ),
            // A spokesman by name, a company by its nation, the party that governs: named before.
            (
                "قال متحدث باسم جبهة كاسار إن الجيش هاجم. وذكر المتحدث لابو رضا أن القرية احترقت. ونفت الحكومة الإثيوبية ذلك.",
                &["جبهة كاسار", "جبهة كاسار", "إثيوبيا"],
            ),
            (
                "قالت شركة «ميتا» إن القواعد عادلة. ونفت الهيئة الإيطالية ذلك. وأكدت الشركة الأميركية أنها ستطعن.",
                &["ميتا", "إيطاليا", "ميتا"],
            ),
            (
                "قال حزب «العدل والبناء» الحاكم إن القانون باق. ورفضت المعارضة ذلك. ونفى الحزب الحاكم الاتهام.",
                &["العدل والبناء", "المعارضة", "العدل والبناء"],
            ),
            // Members of a parliament between two states; a committee of those whom a country has.
            (
                "رفضت نيروبي الاتفاق. وقالت أديس أبابا إن السد باق. وأكدت أديس أبابا ذلك. وقال النائب سامي حداد إن الكل موافق.",
                &["كينيا", "إثيوبيا", "إثيوبيا", "إثيوبيا"],
            ),
            (
                "قالت لجنة أطباء السودان المركزية إن المشفى بيع. ونفت الحكومة السودانية ذلك.",
                &["لجنة أطباء السودان المركزية", "السودان"],
            ),
            // Clergy and heads of unions that the text only calls so.
            (
                "رفضت الكنيسة القرار. وقال البابا تواضروس إن المشروع مرفوض. وقال نقيب المعلمين سامي حداد إن النقابة باقية.",
                &["الكنيسة", "الكنيسة", "النقابة"],
            ),
            (
                "قال نقيب الصحفيين الأردنيين طارق المومني إن القرار باطل. ورفض وزير الاتصال محمد المومني ذلك. وقالت الحكومة \
                 الأردنية إن القرار باق.",
                &["نقيب الصحفيين", "الأردن", "الأردن"],
            ),
            (
                "لوحت «المنظمة التونسية للأطباء» بالإضراب. وقالت وزارة الصحة التونسية إن المطالب سياسية.",
                &["المنظمة التونسية للأطباء", "تونس"],
            ),
            // What somebody says is none of his office; another given name is another man.
            ("واتهم النائب أحمد سعيد الحكومة بتجاهل الأساتذة.", &["-"]),
            ("طالب المدعي العام القاضي سامر العبادي بالعقوبة القصوى.", &["الحكومة"]),
            // Bystanders are a party where they speak again.
            ("قالت منظمة العفو الدولية إن السجن مكتظ. ونفت الرباط ذلك.", &["-", "المغرب"]),
            (
                "اتهمت منظمة العفو الدولية الرباط بالتجسس. ونفت الرباط ذلك. وأكدت المنظمة الحقوقية أن الأدلة ثابتة.",
                &["منظمة العفو الدولية", "المغرب", "منظمة العفو الدولية"],
            ),
            // A candidate is not of his state; whoever speaks for his campaign speaks for him.
            (
                "قال المرشح الخاسر في الانتخابات النيجيرية وليد فارس إن النتائج مزورة. ونفت الحكومة النيجيرية ذلك. وقال المتحدث \
                 باسم حملة فارس إن الطعن جاهز.",
                &["وليد فارس", "نيجيريا", "وليد فارس"],
            ),
            (
                "قال الديمقراطيون إن الجدار باطل. وأكد النائب الجمهوري سامي حداد أن القانون نافذ.",
                &["الديمقراطيون", "الجمهوريون"],
            ),
            // What stands inside a body's name tells whose it is.
            ("قال المتحدث باسم قوات حركة الشباب إن المدينة سقطت.", &["حركة الشباب"]),
        ];
        for (text, sides) in CASES {
            check(text, sides);
        }
    }

    #[test]
    fn offices_tell_whose_they_are() {
        check(
            "قالت الشركة إن الإضراب باطل. لكن الأمين العام لنقابة عمال الأرصفة سامي حداد نفى ذلك. وقالت النقابة إنها ماضية فيه.",
            &["الشركة", "نقابة عمال الأرصفة", "نقابة عمال الأرصفة"],
        );
        check(
            "نفت شركة «ليك ستار» الاتهامات، وأوضح مديرها العام سامي حداد أن العبارة سليمة. وقالت وزارة النقل الزامبية إنها مسؤولة.",
            &["ليك ستار", "ليك ستار", "زامبيا"],
        );
        check(
            "أبرز سامي حداد، المدير العام لشركة \"بوغاز العقارية\"، أن البناء مرخص. وتعهد المدير العام بإرجاع المال. ونفت الوزارة ذلك.",
            &["بوغاز العقارية", "بوغاز العقارية", "الحكومة"],
        );
        check(
            "ونفى الجيش الأوغندي عبور الحدود. وقال المتحدث العسكري البريغادير سامي حداد إن الصيادين موقوفون. وقالت كينيا إنهم خطفوا.",
            &["أوغندا", "أوغندا", "كينيا"],
        );
        check(
            "عاد الخلاف بين القاهرة والخرطوم. ولم يتأخر الرد المصري؛ إذ رفض المتحدث باسم الخارجية سامي حداد التحكيم. وأكد السودان أنه باق.",
            &["مصر", "السودان"],
        );
    }

    #[test]
    fn parties_stand_in_brackets_and_behind_who_leads_them() {
        check(
            "وقال النائب سالم خليل (حزب الأمة) إن القانون ظالم. ونفى حزب العدل ذلك.",
            &["حزب الأمة", "حزب العدل"],
        );
        check(
            "تقدم بالمقترح ائتلاف دولة القانون بزعامة نوري المالكي. وقال المالكي إن التعديل عادل. ونفى التيار الصدري ذلك.",
            &["ائتلاف دولة القانون", "التيار الصدري"],
        );
        check(
            "وأكد القيادي في تيار الفراتين سامي حداد أن القانون ظالم. ونفى ائتلاف دولة القانون ذلك.",
            &["تيار الفراتين", "ائتلاف دولة القانون"],
        );
        check(
            "قال اتحاد كرة القدم إن العقوبات جاهزة. وأوضح اتحاد الكرة أن الطلب تأخر.",
            &["اتحاد كرة القدم"; 2],
        );
        check("واتهم ناشطون الإمارات بتمويل الحلف. ونفت أبوظبي ذلك.", &["الناشطون", "الإمارات"]);
    }

    #[test]
    fn the_management_of_a_house_and_people_who_deny_have_their_sides() {
        check("اتهم أهالي المريض المستشفى بالإهمال. ونفت إدارة المستشفى ذلك.", &["أهالي المريض", "المستشفى"]);
        check(
            "وقال مصدر مسؤول في شركة المناجم إن الآبار سليمة. واتهم السكان الشركة بالكذب.",
            &["شركة المناجم", "السكان"],
        );
        check("وأكد محافظ سوهاج سامي حداد أن الأهالي عوضوا. ونفى الأهالي ذلك.", &["مصر", "الأهالي"]);
    }

    #[test]
    fn what_is_told_of_something_else_tells_nothing_of_the_speaker() {
        check("وانتقد المبعوث الموقف الإيراني.", &["-"]);
        check(
            "شكا اتحاد منتجي الصلب التركي من الواردات المصرية. وقال سامي حداد الأمين العام للاتحاد لرويترز \"الأسعار \
             المصرية أقل من أسعارنا\". ونفت مصر ذلك.",
            &["اتحاد منتجي الصلب التركي", "اتحاد منتجي الصلب التركي", "مصر"],
        );
        check("وقالت مصادر الوزارة إن القرار نهائي.", &["الحكومة"]);
    }

    #[test]
    fn at_home_towns_students_and_papers_may_be_parties() {
        check(
            "وقال عمدة المدينة، سامي حداد، إن الشركة خالفت الرخصة. ونفت الشركة ذلك.",
            &["عمدة المدينة", "الشركة"],
        );
        check(
            "وقال سامي حداد، وهو متحدث باسم مجالس الطلاب، إن الشرطة كذبت. ونفت وزيرة الصحة ذلك. وطالب آلاف الطلاب بكشف الحقيقة.",
            &["الطلاب", "الحكومة", "الطلاب"],
        );
    }

    #[test]
    fn a_trial_has_its_two_parties_where_the_state_says_no_more() {
        check(
            "قال المدعي العام سامي حداد إن المتهمين كذبوا. ورأى المحامي وليد فارس أن الأدلة ناقصة. ونفت المحامية ليلى نصر التزوير. وأكد \
             الادعاء أن التهم ثابتة. وقال الدفاع إن المتهمين أبرياء.",
            &["الادعاء", "الدفاع", "الدفاع", "الادعاء", "الدفاع"],
        );
    }

    #[test]
    fn bodies_for_human_rights_are_no_states() {
        check(
            "وطالبت اللجنة الإثيوبية لحقوق الإنسان بتحقيق. ونفت الحكومة الإثيوبية ذلك. وقالت إريتريا إنها بريئة.",
            &["-", "إثيوبيا", "إريتريا"],
        );
    }

    #[test]
    fn officers_parties_and_followers_stand_with_whom_they_serve() {
        check("وقال والي الولاية، سامي حداد، إن الطلاب خربوا الأبواب. ونفى الطلاب ذلك.", &["الحكومة", "الطلاب"]);
        check(
            "قال الرئيس سامي حداد إن البلاد آمنة. واتهمت المعارضة الشرطة بالتزوير. وخرج متظاهرو المعارضة إلى الشوارع. وقال محتجون إن \
             الشرطة ضربتهم.",
            &["الحكومة", "المعارضة", "المعارضة"],
        );
        check(
            "واعتبرت بريطانيا وألمانيا وفرنسا أن الخطوة خرق. ونفت إيران ذلك. وقالت إيران إنها ملتزمة.",
            &["-", "إيران", "إيران"],
        );
    }
}
