//! The board's filter: by party, act and speaker.

use super::Props;
use crate::analysis::{Act, PartyId};
use crate::annotation::voices;
use crate::page::state::{Filter, Message};
use crate::page::view::card::act_name;
use crate::page::view::fields::{chosen, select, with_none};
use yew::prelude::*;

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
    let parties = props.board.parties.iter().map(|party| (party.id.0.clone(), party.name.clone()));
    let acts = Act::ALL.map(|act| (act_name(act).to_owned(), words.act(act).to_owned()));
    let mut speakers: Vec<String> = voices(&props.analysis, &props.items)
        .into_iter()
        .filter(|voice| voice.party.is_some() && !voice.speaker.is_empty())
        .map(|voice| voice.speaker)
        .collect();
    speakers.dedup();
    let speakers = speakers.into_iter().map(|speaker| (speaker.clone(), speaker));
    let party = filter.party.as_ref().map_or("", |party| &party.0);
    let open = props.say.reform(|_: MouseEvent| Message::Filter(Filter::default()));
    html! {
        <div class="filter" role="group" aria-label={words.filter}>
            { select("party", words.side, party, with_none(words.filter_all, parties),
                set(|filter, value| filter.party = value.map(PartyId))) }
            { select("act", words.act, filter.act.map_or("", act_name), with_none(words.filter_all, acts),
                set(|filter, value| filter.act = Act::ALL.into_iter().find(|act| value.as_deref() == Some(act_name(*act))))) }
            { select("speaker", words.speaker, filter.speaker.as_deref().unwrap_or(""), with_none(words.filter_all, speakers),
                set(|filter, value| filter.speaker = value)) }
            if !filter.is_open() { <button class="plain" data-action="open-filter" onclick={open}>{ words.filter_open }</button> }
        </div>
    }
}
