FROM ghcr.io/huggingface/text-generation-inference:2.4.0
# weights: https://huggingface.co/tiiuae/falcon-7b-instruct
ENV MODEL_ID tiiuae/falcon-7b-instruct
ENV REVISION main
ENV PORT=80 QUANTIZE=bitsandbytes
RUN git clone --depth 1 https://huggingface.co/spaces/huggingface-projects/llama-2-7b-chat /opt/space
ENTRYPOINT ["./entrypoint.sh"]
CMD ["--model-id", "tiiuae/falcon-7b-instruct", "--trust-remote-code"]
