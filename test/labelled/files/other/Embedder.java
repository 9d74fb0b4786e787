package com.acme.embed;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.repository.zoo.Criteria;
import dev.langchain4j.model.huggingface.HuggingFaceEmbeddingModel;

public class Embedder {
    private static final String TYPE = "application/json";

    public static void main(String[] args) throws Exception {
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance("sentence-transformers/msmarco-distilbert-base-v4");
        Criteria<String, float[]> criteria = Criteria.builder()
                .setTypes(String.class, float[].class)
                .optModelUrls("djl://ai.djl.huggingface.pytorch/sentence-transformers/all-MiniLM-L6-v2")
                .build();
        var model = HuggingFaceEmbeddingModel.builder()
                .accessToken(System.getenv("HF_TOKEN"))
                .modelId("intfloat/e5-small-v2")
                .build();
        System.out.println(tokenizer + TYPE + criteria + model);
    }
}
