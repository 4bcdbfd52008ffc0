//! The board's filter: by party, act and speaker.

use super::Props;
use crate::analysis::{Act, PartyId};
use crate::page::state::{Filter, Message};
use crate::page::view::fields::{acts, chosen, parties, select, with_none};
use std::collections::BTreeSet;
use yew::prelude::*;

/// The filter.
pub fn bar(props: &Props) -> Html {
    let words = props.language.words();
    let filter = &props.filter;
    let set = |change: fn(&mut Filter, Option<String>)| {
        let before = filter.clone();
        props.say.reform(move |value: String| {
            let mut filter = before.clone();
            change(&mut filter, chosen(value));
            Message::Filter(filter)
        })
    };
    // A speaker of two parties is one choice.
    let mut known = BTreeSet::new();
    let speakers =
        props.board.voices.iter().filter(|voice| voice.party.is_some() && !voice.speaker.is_empty());
    let speakers = speakers.filter(|voice| known.insert(voice.speaker.clone()));
    let speakers = speakers.map(|voice| (voice.speaker.clone(), voice.speaker.clone()));
    let party = filter.party.as_ref().map_or("", |party| &party.0);
    let open = props.say.reform(|_: MouseEvent| Message::Filter(Filter::default()));
    html! {
        <div class="filter" role="group" aria-label={words.filter}>
            { select("party", words.side, party, with_none(words.filter_all, parties(&props.board.parties)),
                set(|filter, value| filter.party = value.map(PartyId))) }
            { select("act", words.act, filter.act.map_or("", Act::name), with_none(words.filter_all, acts(words)),
                set(|filter, value| filter.act = value.as_deref().and_then(Act::named))) }
            { select("speaker", words.speaker, filter.speaker.as_deref().unwrap_or(""), with_none(words.filter_all, speakers),
                set(|filter, value| filter.speaker = value)) }
            if !filter.is_open() { <button class="plain" data-action="open-filter" onclick={open}>{ words.filter_open }</button> }
        </div>
    }
}
