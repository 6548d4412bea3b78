/** The page that shows the OpenAPI document with Swagger UI, wherever the API stands: its files lie below `docs` beside it. */
export const docsPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>WellPulse API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="docs/assets/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="docs/assets/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;

export const docsScript = `window.ui = SwaggerUIBundle({ url: 'openapi.json', dom_id: '#swagger-ui', deepLinking: true });
`;
