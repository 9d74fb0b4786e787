/**
 * Words of which a script that names a repo holds one, besides addresses: the libraries, the method that only loaders
 * have, and publishers and prefixes that tell by themselves. A snippet without imports may only have the call of `pipeline`.
 */
export const JAVASCRIPT_WORDS =
  'from_pretrained|@huggingface\\/|@xenova\\/transformers|@gradio\\/client|node-llama-cpp|@(?:browser|built-in)-ai\\/transformers-js|loadModelFromHF|resolveModelFile|createModelDownloader|\\/huggingface[\'"]|HuggingFace|HfInference|InferenceClient|createHuggingFace|\\bpipeline\\(\\s*[\'"`]|\\.huggingface\\.co|model_list|Xenova\\/|onnx-community\\/|["\'`](?:hf|huggingface):\\w|<gradio-app|(?:[pP]rovider|backend|source|hub|vendor|api_?[tT]ype)["\']?:\\s{0,4}["\'`](?:[hH]ugging|hf\\b)';
