import { bare, dataset, type Flags, flags, knownDataset, model } from './commandLoader.ts';

/**
 * Flags that say "a model of the Hub" whatever the script. Source: the examples of transformers, diffusers and peft,
 * trl `ModelConfig`, LLaVA `train.py`, OpenRLHF `cli/`, DeepSpeed-Chat, FastChat, vllm `arg_utils.py`.
 */
export const TELLING_FLAGS: Flags = {
  ...flags('model_name_or_path pretrained_model_name_or_path tokenizer_name_or_path', bare),
  ...flags(
    `model_id base_model base_model_path base_model_name base_model_id base_model_name_or_path hf_model hf_model_path
    hf_model_id hf_model_name hf_model_name_or_path hf_path sft_model_path student_model_name teacher_model
    student_model_name_or_path student_model adapter_name_or_path teacher_model_name_or_path reward_model_path
    reward_model_name_or_path reward_model reward_pretrain critic_pretrain critic_model_name_or_path
    actor_model_name_or_path ref_model ref_model_path ref_model_name_or_path value_model_name_or_path
    pretrained_vae_model_name_or_path controlnet_model_name_or_path vision_tower mm_vision_tower image_tower
    peft_model peft_model_id peft_model_path lora_model lora_model_path draft_model draft_model_path
    draft_model_name_or_path speculative_draft_model_path tokenizer_path tokenizer_name lora_base_path`,
    model,
  ),
  ...flags(
    `dataset_name dataset_id dataset_name_or_path dataset_repo_id hf_dataset hf_dataset_name prompt_dataset
    train_dataset_name eval_dataset_name validation_dataset_name test_dataset_name`,
    { ...knownDataset, many: true },
  ),
};

/** Flags that a script of somebody's own takes, and other programs take for other things. */
export const SCRIPT_FLAGS: Flags = {
  ...TELLING_FLAGS,
  ...flags('tokenizer_name', bare),
  ...flags('model model_name tokenizer repo_id hf_repo assistant_model models', {
    ...model,
    guarded: true,
    many: true,
  }),
  ...flags(
    `config_name gaudi_config_name teacher_id student_id model_path model_base pretrain pretrained pretrained_model
    pretrained_model_path pretrained_path
    pretrained_model_name lora_path lora_weights adapter_path adapter_id embedding_model embedding_model_name
    embedding_model_id llm llm_path llm_model llm_name target_model judge_model text_encoder image_encoder
    speculative_model teacher student processor embed_model hf_checkpoint backbone tokenizer_model unet_path vae_path clip_model clip_model_name sd_model`,
    { ...model, guarded: true },
  ),
  ...flags(
    `dataset datasets dataset_path data_path data_name prompt_data pretrain_data eval_dataset train_dataset train_data
    eval_data dataset_mixer`,
    { ...dataset, many: true },
  ),
};

/**
 * Settings of Hydra and its kin, `actor_rollout_ref.model.path=org/name`: how they end. Source: verl, lerobot, open-r1.
 */
export const MODEL_SETTINGS =
  /(?:^|[.+_])(?:model\.path|(?:pretrained_)?model(?:\.|_)name_or_path|model\.name|model\.model_id|model_id|base_model|policy\.path|pretrained_path|tokenizer_path|model_path|hf_model_path)$/;

/** Files of data that EasyR1 also takes from the Hub, the split behind `@`. */
export const DATASET_SETTINGS = /(?:^|\.)(?:train_files|val_files)$/;
