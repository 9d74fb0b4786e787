/**
 * Data sets of the Hub that programs, lessons and papers call by a name without an owner, as the library `datasets` named
 * its own scripts until 2023. In a place that other things share, only these are taken for ids. Set by hand, from general
 * knowledge; what other libraries name so too (`cifar10`, `emotion`, `mrpc`) is left out.
 */
export const LEGACY_DATASETS: ReadonlySet<string> = new Set(
  `aeslc ag_news ai2_arc allocine amazon_polarity amazon_reviews_multi americas_nlp arxiv_dataset banking77 billsum
  blended_skill_talk blimp bookcorpus bookcorpusopen boolq cc100 cc_news clinc_oos cnn_dailymail code_search_net
  code_x_glue_ct_code_to_text common_voice commonsense_qa conceptual_captions conll2002 conll2003 cosmos_qa covost2
  daily_dialog dbpedia_14 eli5 empathetic_dialogues eurlex glue go_emotions gsm8k hellaswag hotpot_qa imagenet-1k imdb
  kilt_tasks lex_glue librispeech_asr librispeech_lm lj_speech math_qa mc4 mlqa mlsum movie_rationales ms_marco multi_news
  multi_nli natural_questions nq_open openbookqa openwebtext opus100 opus_books paws paws-x pg19 piqa poem_sentiment
  ptb_text_only pubmed_qa qasper quac quail quoref rotten_tomatoes samsum schema_guided_dstc8 scicite scientific_papers
  sciq scitail sem_eval_2010_task_8 sentiment140 social_i_qa squad squad_v2 sst2 stsb_multi_mt super_glue tab_fact
  ted_multi timit_asr tiny_shakespeare trivia_qa truthful_qa tweet_eval tweet_qa universal_dependencies vivos voxpopuli
  web_questions wiki40b wiki_bio wiki_dpr wiki_qa wiki_snippets wikiann wikihow wikipedia wikisql wikitext winogrande
  wmt14 wmt16 wmt19 wnut_17 xcopa xglue xnli xquad xsum xtreme yahoo_answers_topics yelp_polarity yelp_review_full`.split(
    /\s+/,
  ),
);
