import Hub
import MLXLLM

let configuration = ModelConfiguration(
    id: "mlx-community/Llama-3.2-3B-Instruct-4bit",
    defaultPrompt: "What is 1/2 of 3/4?"
)
let repo = Hub.Repo(id: "mlx-community/Qwen2.5-0.5B-Instruct-4bit")
let folder = "Documents/models"
