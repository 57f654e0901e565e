package com.acme.war;

import com.acme.model.PretrainedAdder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Adds with the adder of a library of the web application, and with that of its classes. */
@WebServlet("/sums")
public final class Sums extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long a = Long.parseLong(request.getParameter("a"));
        long b = Long.parseLong(request.getParameter("b"));
        response.getWriter().print(PretrainedAdder.load().add(a, b) + " " + OwnAdder.load().add(a, b));
    }
}
