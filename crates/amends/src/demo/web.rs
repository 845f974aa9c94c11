//! Pages of the demonstration: who to be, what day it is, what was sent. They are there in a demonstration alone.

mod day;
mod mail;
mod opening;
mod outbox;

use axum::{Router, routing::get};

use crate::web::app::App;

/// The routes in a language.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/demo", get(opening::show))
        .route("/demo/as/{who}", get(opening::role).post(opening::sign_in))
        .route("/demo/case/{story}/{*page}", get(opening::case))
        .route("/demo/go/{who}/{stop}", get(opening::go))
        .route("/demo/outbox", get(outbox::show))
        .route("/demo/outbox/{post}", get(outbox::letter))
        .route("/demo/outbox/{post}/page", get(outbox::page))
        .route("/demo/mail", get(mail::show).post(mail::hand_in))
        .route("/demo/day", get(day::show).post(day::travel))
}
