use anyhow::Result;
use clap::Parser;
use hf_hub::{api::sync::Api, Repo, RepoType};
use tokenizers::Tokenizer;

#[derive(Parser, Debug)]
struct Args {
    #[arg(long, default_value = "microsoft/phi-1_5")]
    model_id: String,
    #[arg(long, default_value = "main")]
    revision: String,
    #[arg(long, default_value = "out/run")]
    output: String,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let api = Api::new()?;
    let repo = api.repo(Repo::with_revision(args.model_id.clone(), RepoType::Model, args.revision));
    let weights = repo.get("model.safetensors")?;
    let tokenizer_path = api.model("google/byt5-small".to_string()).get("tokenizer.json")?;
    let data = api.dataset("stanfordnlp/imdb".to_string()).get("plain_text/train-00000-of-00001.parquet")?;
    let pinned = api.repo(Repo::with_revision("lmz/candle-mistral".into(), RepoType::Model, "refs/pr/3".into()));
    let tokenizer = Tokenizer::from_pretrained("openai-community/gpt2-medium", None).unwrap();
    println!("{:?} {:?} {:?} {:?} {}", weights, tokenizer_path, data, pinned.get("config.json")?, tokenizer.get_vocab_size(true));
    Ok(())
}
