import click
import joblib
import torch
import typer
from huggingface_hub import hf_hub_download
from transformers import AutoModelForSpeechSeq2Seq, pipeline

cli = typer.Typer()


@click.command()
@click.option("--model", "model_id", default="openai/whisper-large-v3", show_default=True)
@click.option("--assistant", default="distil-whisper/distil-large-v3")
@click.option("--out", default="results/transcripts")
def transcribe(model_id, assistant, out):
    helper = AutoModelForSpeechSeq2Seq.from_pretrained(assistant, use_safetensors=True)
    pipe = pipeline("automatic-speech-recognition", model=model_id, generate_kwargs={"assistant_model": helper})
    click.echo(pipe("audio/sample.wav")["text"], file=open(out, "w"))


@cli.command()
def score(repo: str = typer.Option("julien-c/wine-quality", help="a scikit-learn repo")):
    path = hf_hub_download(repo, "sklearn_model.joblib")
    print(joblib.load(path), torch.load("checkpoints/last/model.pt"))
