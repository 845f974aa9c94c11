pub mod db; mod door; pub mod error; mod migrate; pub mod value;
