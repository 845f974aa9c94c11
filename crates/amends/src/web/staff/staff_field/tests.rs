//! Members of staff are found by what is typed, told apart, and offered.

use amends_core::actor::StaffRole;

use super::*;

fn member(number: u128, name: &str) -> Member {
    Member {
        id: StaffId(uuid::Uuid::from_u128(number)),
        email: format!("staff-{number}@office.example"),
        name: name.to_owned(),
        role: StaffRole::Caseworker,
        language: Language::Cy,
        disabled: false,
    }
}

fn handlers(names: &[&str]) -> Handlers {
    Handlers::of(&Arc::new((1..).zip(names).map(|(number, name)| member(number, name)).collect()))
}

fn id(number: u128) -> Option<StaffId> {
    Some(StaffId(uuid::Uuid::from_u128(number)))
}

fn told(one: &Typed) -> &str {
    one.error.as_ref().map_or("", |error| error.text.as_str())
}

#[test]
fn somebody_is_found_by_id_address_whole_name_and_part_of_a_name_without_accents() {
    let all = handlers(&["Siân Rees", "Nia Siancyn", "Siân Rees-Jones", "Owain"]);
    let four = id(4).map(|id| id.to_string()).unwrap_or_default();
    for (typed, who) in [
        (four.as_str(), 4),
        ("STAFF-2@office.example", 2),
        ("sian rees", 1),
        ("jones", 3),
        ("siancyn n", 2),
        (" owain ", 4),
    ] {
        let found = all.read("handler", typed, Language::En);
        assert_eq!((found.who, &found.error), (id(who), &None), "{typed}");
        assert_eq!(found.must("handler", Language::En).ok(), id(who));
    }
    let several = all.read("handler", "sian", Language::En);
    let names: Vec<&str> = several.options.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(names[..3], ["Siân Rees", "Siân Rees-Jones", "Nia Siancyn"], "who is called so first");
    assert!(told(&several).contains("3 members of staff") && told(&several).contains("“sian”"));
    assert_eq!(several.options[0].hint, "staff-1@office.example");
}

#[test]
fn nothing_typed_is_no_error_until_somebody_must_be_named() {
    let all = handlers(&["Siân"]);
    let nothing = all.read("handler", "  ", Language::Cy);
    assert_eq!(nothing, Typed::default());
    assert_eq!(nothing.narrowed(), None);
    assert_eq!(nothing.must("handler", Language::Cy).expect_err("nobody").field, "handler");
}

#[test]
fn two_of_one_name_are_told_apart_by_their_addresses() {
    let all = handlers(&["Nia Rees", "Nia Rees"]);
    let both = all.read("handler", "Nia Rees", Language::En);
    assert_eq!((both.who, both.options.len()), (None, 3));
    let second = all.read("handler", "staff-2@office.example", Language::En);
    assert_eq!(second.value, "Nia Rees (staff-2@office.example)");
    assert_eq!(all.read("handler", &second.value, Language::En).who, id(2));
    let none = &both.options[2].value;
    let again = all.read("handler", none, Language::En);
    assert_eq!((again.value.as_str(), again.options.len()), ("Nia Rees", 0), "what was typed stands");
    assert!(again.error.is_some());
}

#[test]
fn who_handles_nothing_is_found_by_id_alone() {
    let mut gone = member(1, "Siân");
    gone.disabled = true;
    let clerk = Member { role: StaffRole::Administrator, ..member(2, "Siân Ann") };
    let all = Handlers::of(&Arc::new(vec![gone, clerk]));
    for language in Language::ALL {
        let none = all.read("handler", "sian", language);
        assert!(none.who.is_none() && told(&none).contains("sian"), "{}", told(&none));
        assert!(none.narrowed().is_some_and(|who| Some(who) != id(1) && Some(who) != id(2)));
    }
    let by_id = all.read("handler", &member(1, "").id.to_string(), Language::En);
    assert_eq!((by_id.who, by_id.value.as_str()), (id(1), "Siân"));
}

#[test]
fn few_are_a_choice_and_of_many_twenty_are_offered() {
    let field = |count: usize| {
        let names: Vec<String> = (1..=count).map(|number| format!("Rhys {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let all = handlers(&names);
        let typed = all.read("handler", "rhys", Language::En);
        (all.field(typed.clone(), &[("", "Nobody")]), typed)
    };
    assert!(field(FEW).0.choices.is_some());
    let (many, typed) = field(FEW + 1);
    assert!(many.choices.is_none() && many.options.is_empty());
    assert_eq!(many.value, "rhys");
    assert!(told(&typed).starts_with("31 members of staff"), "{}", told(&typed));
    assert_eq!(field(MOST).1.options.len(), MOST + 1);
}
