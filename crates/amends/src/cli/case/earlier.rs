//! `amends case earlier`, `judge-earlier`, `refer-to-earlier`, `handling`: what was asked before, and how bodies deal
//! with the office (R48–R52, R56).

use amends_core::{
    command::Command as Act,
    recurrence::{self, Because, Conclusion, EarlierRef, ReferenceParagraph, Since, Sought},
    text::Language,
};
use serde_json::json;

use super::show;
use crate::{
    cli::{
        call::Call,
        desk::{self, Who},
        fail::{Exit, Failure, Outcome},
        input,
    },
    office::earlier::{names_of, themes_of},
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ListArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long = "theme", value_name = "THEME")]
    themes: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct JudgeArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long = "earlier", value_name = "REC", required = true)]
    earlier: Vec<String>,
    #[arg(long, value_name = "CONCLUSION", value_parser = ["not_yet_embedded", "recurs", "does_not_recur"])]
    conclusion: String,
    #[arg(long, value_name = "WORDS")]
    reasons: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ReferArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "WORDS", requires = "cy")]
    en: Option<String>,
    #[arg(long, value_name = "WORDS", requires = "en")]
    cy: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct HandlingArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "CODE")]
    code: String,
    #[arg(long, value_name = "WORDS")]
    note: String,
    #[arg(long, value_name = "SEQ")]
    because: Option<u32>,
}

/// What bears on the case: on the subjects given, or on those and the words of its recommendations and findings.
pub(super) fn list(call: &mut Call, args: &ListArgs) -> Outcome {
    let office = call.office()?;
    let case = desk::case(&office, &args.case)?.case;
    let body = desk::body_of(&office, &case, args.body.as_deref())?;
    let priors = office.priors(body, Some(case.id))?;
    let given = !args.themes.is_empty();
    let themes = if given { args.themes.clone() } else { themes_of(&case, body) };
    let mut wordings = Vec::new();
    if !given {
        wordings.extend(Sought::faults(&case, body));
        let theirs = case.live().filter(|one| one.terms.addressee == body);
        wordings.extend(theirs.map(|one| one.terms.wording.as_str()));
    }
    let bodies = office.bodies(&[body])?;
    let names: Vec<&str> = bodies.iter().flat_map(names_of).collect();
    let sought = Sought { themes: &themes, wordings: &wordings, names: &names };
    let found = recurrence::earlier(&sought, &priors, office.today());
    if call.manner.json {
        let rows: Vec<_> = found
            .iter()
            .map(|one| {
                let themes: Vec<&String> = one.because.iter().filter_map(theme).collect();
                let words: Vec<&(String, String)> = one.because.iter().flat_map(words).collect();
                json!({
                    "reference": one.prior.earlier.whole(), "wording": one.prior.wording,
                    "state": one.prior.state, "decided_on": one.prior.decided_on,
                    "ended_on": one.prior.ended_on, "days_since_met": days(one.since),
                    "same_themes": themes, "same_words": words,
                })
            })
            .collect();
        return call.out.json(&rows);
    }
    let heads = ["cli-head-rec", "cli-head-state", "cli-head-ended", "cli-head-wording"];
    let heads = heads.map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|one| {
            vec![
                one.prior.earlier.whole(),
                call.out.t(&format!("cli-state-{}", one.prior.state.code())),
                one.prior.ended_on.map(|on| on.to_string()).unwrap_or_default(),
                one.prior.wording.clone(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn theme(why: &Because) -> Option<&String> {
    match why {
        Because::Theme(theme) => Some(theme),
        Because::Words(_) => None,
    }
}

fn words(why: &Because) -> &[(String, String)] {
    match why {
        Because::Theme(_) => &[],
        Because::Words(words) => words,
    }
}

fn days(since: Since) -> Option<i32> {
    match since {
        Since::Met { days, .. } => Some(days),
        Since::Open | Since::Ended { .. } => None,
    }
}

/// Recommendations of other cases, as typed.
pub(in crate::cli) fn named(typed: &[String]) -> Outcome<Vec<EarlierRef>> {
    let one = |text: &String| {
        let unknown = || Failure::new(Exit::Usage, "cli-rec-unknown", [("reference", text.clone().into())]);
        EarlierRef::read(text).ok_or_else(unknown)
    };
    typed.iter().map(one).collect()
}

pub(super) fn judge(call: &mut Call, args: &JudgeArgs) -> Outcome {
    let conclusion: Conclusion = input::code("--conclusion", &args.conclusion)?;
    let earlier = named(&args.earlier)?;
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    // What is judged must be there: a slip of the finger would stand in the record.
    for one in &earlier {
        desk::recommendation(&desk.office, &one.whole())?;
    }
    let body = desk::body_of(&desk.office, &case, args.body.as_deref())?;
    let act = Act::JudgeEarlier { body, earlier, conclusion, reasons: desk.words(&args.reasons)? };
    let after = desk.act(&case, &[act])?;
    show::told(call, &case, &after)
}

/// Inserts the paragraph about everything that has not had time to embed, in the office's words or those given.
pub(super) fn refer(call: &mut Call, args: &ReferArgs) -> Outcome {
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let body = desk::body_of(&desk.office, &case, args.body.as_deref())?;
    let waiting = case.earlier_that(Conclusion::NotYetEmbedded).into_iter();
    let earlier: Vec<EarlierRef> = waiting.filter(|(at, _)| *at == body).map(|(_, one)| one).collect();
    let text = |given: &Option<String>, language: Language| match given {
        Some(words) => Ok(words.clone()),
        None => desk.office.reference_paragraph(body, &earlier, language),
    };
    let (en, cy) = (text(&args.en, Language::En)?, text(&args.cy, Language::Cy)?);
    let (en, cy) = (desk.words(&en)?, desk.words(&cy)?);
    let act = Act::ReferToEarlier(ReferenceParagraph { body, earlier, en, cy });
    let after = desk.act(&case, &[act])?;
    show::told(call, &case, &after)
}

pub(super) fn handling(call: &mut Call, args: &HandlingArgs) -> Outcome {
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let body = desk::body_of(&desk.office, &case, args.body.as_deref())?;
    let (code, note) = (args.code.clone(), desk.words(&args.note)?);
    let act = Act::RecordHandling { body, code, note, because: args.because };
    let after = desk.act(&case, &[act])?;
    show::told(call, &case, &after)
}
