use hf_hub::api::sync::Api;
use std::path::Path;

enum Which {
    Small,
    Large,
}

fn load(which: Which) -> anyhow::Result<()> {
    let (repo, file) = match which {
        Which::Small => ("lmz/candle-whisper", "model-tiny-en-q4k.gguf"),
        Which::Large => ("openai/whisper-large-v2", "model.safetensors"),
    };
    // weights: https://huggingface.co/lmz/candle-whisper
    let path = Api::new()?.model(repo.to_string()).get(file)?;
    let mime = "audio/wav";
    println!("{} {}", path.display(), Path::new("target/debug").join(mime).display());
    Ok(())
}
