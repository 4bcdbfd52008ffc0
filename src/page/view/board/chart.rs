//! Who speaks how often: a table whose cells are also bars, by party, speaker and act.

use super::menus::toggling;
use crate::analysis::{Act, Analysis};
use crate::annotation::{Board, Voice};
use crate::page::browser::locale;
use crate::page::view::foreign::foreign;
use crate::page::view::{Shared, side_class};
use crate::page::words::Language;
use yew::prelude::*;

/// Speakers of a party that are shown one by one; the rest are in the party's own row.
const SPEAKERS: usize = 6;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub analysis: Shared<Analysis>,
    pub board: Shared<Board>,
}

/// The table, closed and not made until the reader asks for it.
#[component(Chart)]
pub fn chart(props: &Props) -> Html {
    let words = props.language.words();
    let open = use_state(|| false);
    html! {
        <details class="chart" ontoggle={toggling(&open)}>
            <summary>{ words.chart }</summary>
            if *open { { table(props) } }
        </details>
    }
}

fn table(props: &Props) -> Html {
    let words = props.language.words();
    let voices = &props.board.voices;
    let most = voices.iter().flat_map(|voice| voice.acts).max().unwrap_or(0);
    let parties = voices.chunk_by(|a, b| a.party == b.party).map(|party| self::party(props, party, most));
    html! {
        <div class="scrolls" tabindex="0" role="group" aria-label={words.chart}>
            <table>
                <thead><tr>
                    <th scope="col">{ words.speaker }</th>
                    { for Act::ALL.into_iter().map(|act| html! { <th scope="col">{ words.act(act) }</th> }) }
                    <th scope="col">{ words.chart_total }</th>
                </tr></thead>
                { for parties }
            </table>
        </div>
    }
}

fn party(props: &Props, voices: &[Voice], most: usize) -> Html {
    let words = props.language.words();
    let party = voices.first().and_then(|voice| voice.party.as_ref());
    let known = props.analysis.parties.iter().find(|known| Some(&known.id) == party);
    let name = known.map_or(words.unsided, |party| &party.name);
    let mut whole = Voice { party: party.cloned(), speaker: String::new(), acts: [0; Act::ALL.len()] };
    for voice in voices {
        whole.acts.iter_mut().zip(voice.acts).for_each(|(sum, count)| *sum += count);
    }
    let speaker = |voice: &Voice| {
        let name = if voice.speaker.is_empty() { words.unnamed } else { &voice.speaker };
        html! { <tr><th scope="row" lang="ar" dir="auto">{ foreign(name) }</th>{ cells(props, voice, Some(most)) }</tr> }
    };
    html! {
        <tbody class={side_class(&props.analysis, party)}>
            <tr class="whole"><th scope="rowgroup" lang="ar" dir="auto">{ foreign(name) }</th>{ cells(props, &whole, None) }</tr>
            { for voices.iter().take(SPEAKERS).map(speaker) }
        </tbody>
    }
}

/// The numbers of a row, with bars as long as the number is large where `most` is given.
fn cells(props: &Props, voice: &Voice, most: Option<usize>) -> Html {
    let number =
        |count: usize| if count == 0 { String::new() } else { locale::number(props.language, count) };
    let cell = |count: &usize| {
        let width = most.filter(|_| *count > 0).map(|most| (40 * count / most.max(1)).to_string());
        html! {
            <td>
                if let Some(width) = width {
                    <svg class="bar-of" width="40" height="8" aria-hidden="true"><rect {width} height="8" rx="2" /></svg>
                }
                { number(*count) }
            </td>
        }
    };
    html! { <>{ for voice.acts.iter().map(cell) }<td>{ number(voice.total()) }</td></> }
}
