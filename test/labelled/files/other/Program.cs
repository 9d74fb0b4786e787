using System.Net.Http;
using LLama.Common;

var http = new HttpClient();
http.DefaultRequestHeaders.Add("Accept", "application/octet-stream");
var url = "https://huggingface.co/bartowski/Phi-3.5-mini-instruct-GGUF/resolve/main/Phi-3.5-mini-instruct-Q4_K_M.gguf";
await using var stream = await http.GetStreamAsync(url);
var parameters = new ModelParams("models/phi.gguf") { ContextSize = 4096 };
Console.WriteLine($"{parameters.ModelPath} api/chat text/plain");
