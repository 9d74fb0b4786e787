package main

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/knights-analytics/hugot"
)

func main() {
	session, err := hugot.NewGoSession()
	check(err)
	path, err := hugot.DownloadModel("KnightsAnalytics/distilbert-base-uncased-finetuned-sst-2-english", "./models", hugot.NewDownloadOptions())
	check(err)
	resp, err := http.Get("https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2/resolve/main/tokenizer.json")
	check(err)
	http.Handle("/api/v1", http.FileServer(http.Dir("static/web")))
	_ = json.NewDecoder(resp.Body)
	_ = context.Background()
	_ = session
	_ = path
}
