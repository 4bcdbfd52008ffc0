//! Annotations as other tools have them, places with a label, made into ours.

use super::collection::{Collection, MAX_ANNOTATIONS};
use super::escapes::escape;
use super::json::{FormatError, Problem};
use super::labels;
use super::w3c::is_iri;
use crate::annotation::{
    Annotation, AnnotationId, Article, Content, Link, Quote, Relation, Target, Timestamp,
};
use crate::order::{HashMap, HashSet};
use crate::text::{CodePoint, Document, Span};
use serde_json::Map;

/// The annotations of one article as they come in.
pub(super) struct Incoming {
    tool: &'static str,
    article: Option<Article>,
    document: Option<Document>,
    /// Code points of the text.
    length: Option<CodePoint>,
    annotations: Vec<Annotation>,
    ids: HashSet<AnnotationId>,
    /// The last number given to a name that several would have.
    numbers: HashMap<String, usize>,
}

/// One of them, as a tool tells it.
pub(super) struct Told<'t> {
    /// Its name there, if it has one that lasts.
    pub id: Option<&'t str>,
    /// Its place in code points.
    pub place: Span<CodePoint>,
    /// Its words, where the tool repeats them.
    pub words: Option<&'t str>,
    /// Its label.
    pub label: &'t str,
}

impl Incoming {
    /// Annotations of `tool` about `article`, or about a text that the file does not carry.
    pub fn new(tool: &'static str, article: Option<Article>) -> Self {
        let document = article.as_ref().map(|article| Document::new(&article.text));
        let length = article.as_ref().map(|a| CodePoint(a.text.chars().count() as u32));
        Incoming {
            tool,
            article,
            document,
            length,
            annotations: Vec::new(),
            ids: HashSet::default(),
            numbers: HashMap::default(),
        }
    }

    /// Takes one in; gives it back to be filled.
    ///
    /// # Errors
    /// Where its place is not in the text; `path` says where the file tells it.
    pub fn add(&mut self, told: &Told, path: &str) -> Result<&mut Annotation, FormatError> {
        if self.annotations.len() == MAX_ANNOTATIONS {
            return Err(FormatError::new(path, Problem::TooMany(MAX_ANNOTATIONS)));
        }
        if told.place.is_empty() || self.length.is_some_and(|length| told.place.end > length) {
            return Err(FormatError::new(path, Problem::OutsideText));
        }
        let target = match &self.document {
            Some(document) => Target::new(document, document.offsets().from_code_points(told.place)),
            None => Target {
                quote: Quote { exact: told.words.unwrap_or_default().to_owned(), ..Quote::default() },
                position: told.place,
            },
        };
        let (content, tag) = labels::content(told.label);
        let id = self.name(told);
        self.ids.insert(id.clone());
        self.annotations.push(Annotation {
            id,
            created: Timestamp::default(),
            modified: Timestamp::default(),
            target,
            content,
            note: String::new(),
            tags: tag.into_iter().collect(),
            judgement: None,
            other: Map::new(),
        });
        // What was pushed is there.
        self.annotations.last_mut().ok_or_else(|| FormatError::new(path, Problem::Missing))
    }

    /// The same annotation of the same file always gets the same name, so that taking the file in twice
    /// adds nothing. An IRI stays what it is: our own come back under their names.
    fn name(&mut self, told: &Told) -> AnnotationId {
        let text = self.article.as_ref().and_then(|a| a.id.0.get(..16)).unwrap_or("text");
        let own = told.id.filter(|id| is_iri(id)).map(str::to_owned);
        let id = own.unwrap_or_else(|| {
            let (start, end) = (told.place.start.0, told.place.end.0);
            let label = told.id.unwrap_or(told.label);
            format!("urn:mawqif:{}:{text}:{start}-{end}:{}", self.tool, escape(label))
        });
        let mut name = AnnotationId(id.clone());
        while self.ids.contains(&name) {
            let number = self.numbers.entry(id.clone()).or_insert(1);
            *number += 1;
            name = AnnotationId(format!("{id}:{number}"));
        }
        name
    }

    /// The annotation that came in as the so manieth.
    pub fn get_mut(&mut self, index: usize) -> Option<&mut Annotation> {
        self.annotations.get_mut(index)
    }

    /// Gives the so manieth the name that the file tells of it elsewhere, unless another one has it.
    pub fn rename(&mut self, index: usize, id: AnnotationId) {
        if let Some(annotation) = self.annotations.get_mut(index)
            && self.ids.insert(id.clone())
        {
            self.ids.remove(&annotation.id);
            annotation.id = id;
        }
    }

    /// Links a claim to another one; whatever is no claim, and a relation not known here, is passed over.
    pub fn link(&mut self, from: Option<usize>, to: Option<usize>, relation: &str) {
        let relation = labels::parse::<Relation>(&relation.to_ascii_lowercase());
        let to = to.and_then(|to| self.annotations.get(to)).map(|to| to.id.clone());
        let from = from.and_then(|from| self.annotations.get_mut(from));
        if let (Some(relation), Some(claim), Some(from)) = (relation, to, from)
            && let Content::Claim(fields) = &mut from.content
        {
            fields.links.push(Link { relation, claim });
        }
    }

    /// How many came in.
    pub fn len(&self) -> usize {
        self.annotations.len()
    }

    /// All of them.
    pub fn collection(self) -> Collection {
        let document = self.article.as_ref().map(|article| article.id.clone());
        Collection { article: self.article, document, annotations: self.annotations }
    }
}
