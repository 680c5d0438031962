// Shows the description of the interface with Swagger UI; the page names the file to read.
"use strict";

const place = document.getElementById("api");

SwaggerUIBundle({
  url: place.dataset.description,
  domNode: place,
  deepLinking: true,
  docExpansion: "list",
  persistAuthorization: false,
  validatorUrl: null,
});
