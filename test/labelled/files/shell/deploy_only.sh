#!/usr/bin/env bash
set -e
IMAGE=registry.example.com/team/service
TAG=$(git rev-parse --short HEAD)
docker build -t "$IMAGE:$TAG" -f docker/Dockerfile .
docker push "$IMAGE:$TAG"
helm upgrade --install service charts/service --set image.repository=team/service --namespace apps/prod
kubectl -n monitoring rollout status deploy/service
gh release create "v$TAG" --repo acme/service --notes-file docs/notes.md
npm publish @acme/client
pip install -e ".[dev]" && pytest tests/unit tests/integration
rsync -a build/static/ deploy@host:/srv/www/static
