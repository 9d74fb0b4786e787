FROM node:20-alpine AS build
WORKDIR /usr/src/app
COPY package*.json ./
RUN npm ci && npm run build --workspace=packages/web
FROM nginx/nginx-prometheus-exporter:1.3
COPY --from=build /usr/src/app/dist /usr/share/nginx/html
ENV API_ROUTE=api/v1 CONTENT_TYPE=text/html MODEL_DIR=models/latest
EXPOSE 80
