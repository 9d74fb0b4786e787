/**
 * Words of which a Rust file that names a repo holds one, besides addresses: the crates, and calls that tell by
 * themselves.
 */
export const RUST_WORDS =
  'hf_hub|candle|tokenizers::|mistralrs|kalosm|model2vec_rs|StaticModel::from_pretrained|embed_anything|fastembed|Tokenizer::from_pretrained|Repo::with_revision|FileSource::huggingface|fn (?:hf_|hub_|default_)?(?:repo_id|model_id|hf_repo|hub_id|model_repo)\\s{0,4}[(<]|[Hh]ugging ?[Ff]ace (?:[Hh]ub |repo )?(?:model|dataset)';
