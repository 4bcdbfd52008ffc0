//! IndexedDB as the journal: what a strict transaction has completed is on the disk. Each writing reads back in
//! its own transaction what it put there, so that a database that takes entries and loses them is found out.

use super::{named, reason};
use crate::storage::{Journal, StoreError};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const DATABASE: &str = "mawqif";
const STORE: &str = "journal";
/// The version of the database's form: one store of strings by key.
const FORM: u32 = 1;
/// Milliseconds after which a database that does not answer is given up.
const PATIENCE: i32 = 15_000;

/// The page's IndexedDB; clones share one connection, which is opened again where the browser closed it.
#[derive(Clone, Debug, Default)]
pub struct IndexedDb(Rc<RefCell<Option<IdbDatabase>>>);

impl Journal for IndexedDb {
    fn read(&self) -> impl Future<Output = Result<Vec<(String, String)>, StoreError>> + use<> {
        let journal = self.clone();
        async move {
            let database = patiently(open()).await?;
            *journal.0.borrow_mut() = Some(database.clone());
            let (_, store) = begin(&database, "readonly")?;
            let keys = store.get_all_keys().map_err(reason)?;
            let values = store.get_all().map_err(reason)?;
            // The requests of a transaction are answered in their order.
            patiently(async { JsFuture::from(answer(&values)).await.map_err(reason) }).await?;
            let list = |request: &IdbRequest| request.result().map(|list| Array::from(&list)).map_err(reason);
            let texts = |list: Array| list.iter().map(|text| text.as_string().unwrap_or_default()).collect();
            let (keys, values): (Vec<String>, Vec<String>) = (texts(list(&keys)?), texts(list(&values)?));
            Ok(keys.into_iter().zip(values).collect())
        }
    }

    fn write(
        &self,
        entries: Vec<(String, Option<String>)>,
    ) -> impl Future<Output = Result<(), StoreError>> + use<> {
        // The transaction begins now, not when it is waited for: the page may be closed the next moment.
        let begun = self.0.borrow().as_ref().map(|database| put(database, &entries));
        let journal = self.clone();
        async move {
            let writing = match begun {
                Some(Ok(writing)) => writing,
                // A browser that did not open it when it was read is not asked again.
                None => return Err(StoreError::Blocked),
                Some(Err(_)) => {
                    let database = patiently(open()).await?;
                    *journal.0.borrow_mut() = Some(database.clone());
                    put(&database, &entries)?
                }
            };
            writing.done(&entries).await
        }
    }
}

/// A transaction that puts entries, with what it reads of each afterwards.
struct Writing {
    transaction: IdbTransaction,
    back: Vec<IdbRequest>,
}

impl Writing {
    /// Waits until the transaction is complete; what it read back must be the entries.
    async fn done(self, entries: &[(String, Option<String>)]) -> Result<(), StoreError> {
        done(&self.transaction).await?;
        for ((key, value), back) in entries.iter().zip(&self.back) {
            let found = match back.result() {
                Ok(found) => found,
                // Chromium keeps what is long apart, and may hand it out only after the transaction is complete.
                Err(_) => {
                    patiently(async { JsFuture::from(answer(back)).await.map_err(reason) }).await?;
                    back.result().map_err(reason)?
                }
            };
            if found.as_string() != *value {
                return Err(StoreError::Lost(key.clone()));
            }
        }
        Ok(())
    }
}

/// Puts the entries in one transaction.
fn put(database: &IdbDatabase, entries: &[(String, Option<String>)]) -> Result<Writing, StoreError> {
    let (transaction, store) = begin(database, "readwrite")?;
    for (key, value) in entries {
        match value {
            Some(value) => store.put_with_key(&value.into(), &key.into()),
            None => store.delete(&key.into()),
        }
        .map_err(reason)?;
    }
    let back = entries.iter().map(|(key, _)| store.get(&key.into()).map_err(reason));
    let back = back.collect::<Result<_, _>>()?;
    // Without this a browser waits for more requests; one that lacks it ends the transaction by itself.
    let commit =
        Reflect::get(&transaction, &"commit".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
    let _ = commit.map(|commit| commit.call0(&transaction));
    Ok(Writing { transaction, back })
}

/// A transaction that says it is complete only when it is on the disk.
fn begin(database: &IdbDatabase, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), StoreError> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(reason)?;
    // web_sys does not know the options yet.
    let begin: Function =
        Reflect::get(database, &"transaction".into()).map_err(reason)?.dyn_into().map_err(reason)?;
    let transaction: IdbTransaction =
        begin.call3(database, &STORE.into(), &mode.into(), &options).map_err(reason)?.unchecked_into();
    let store = transaction.object_store(STORE).map_err(reason)?;
    Ok((transaction, store))
}

async fn open() -> Result<IdbDatabase, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Blocked)?;
    let factory = Reflect::get(&window, &"indexedDB".into()).map_err(reason)?;
    let factory: IdbFactory = factory.dyn_into().map_err(|_| StoreError::Blocked)?;
    let request = factory.open_with_u32(DATABASE, FORM).map_err(reason)?;
    let made = request.clone();
    let make = Closure::<dyn FnMut()>::new(move || {
        if let Ok(database) = made.result() {
            let _ = database.unchecked_into::<IdbDatabase>().create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    let answered = JsFuture::from(answer(&request)).await;
    IdbOpenDbRequest::set_onupgradeneeded(&request, None);
    answered.map_err(|_| request.error().ok().flatten().map_or(StoreError::Blocked, named))?;
    request.result().map(JsCast::unchecked_into).map_err(reason)
}

/// Ends when the request is answered.
fn answer(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

/// Waits until the transaction is complete.
async fn done(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let end = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let ended = JsFuture::from(end).await;
    ended.map(drop).map_err(|_| transaction.error().map_or(StoreError::Blocked, named))
}

/// What the work gives, or an error when it takes too long: some browsers never answer.
async fn patiently<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    let late = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        let _ = window.map(|w| w.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE));
    });
    let (mut work, mut late) = (std::pin::pin!(work), std::pin::pin!(JsFuture::from(late)));
    std::future::poll_fn(|context| {
        let done = work.as_mut().poll(context);
        if done.is_pending() { late.as_mut().poll(context).map(|_| Err(StoreError::Blocked)) } else { done }
    })
    .await
}
